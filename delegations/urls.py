from django.urls import path

from delegations.views import acts, edits, follow_up, hosting, lists, records, requests
from delegations.views.acting import delegation_act, delegation_move

app_name = "delegations"


def act(route, asked, name):
    return path(f"<int:pk>/{route}", delegation_act, {"act": asked}, name=name)


urlpatterns = [
    path("", lists.DelegationListView.as_view(), name="delegation_list"),
    path("tableau/", lists.board, name="board"),
    path("ajouter/", edits.delegation_add, name="delegation_add"),
    path("ecarter/", edits.delegations_dismiss, name="delegations_dismiss"),
    path("accueil/", hosting.profile_list, name="profile_list"),
    path("accueil/<int:pk>/", hosting.profile_edit, name="profile_edit"),
    path("<int:pk>/", records.delegation_detail, name="delegation_detail"),
    path("<int:pk>/modifier/", edits.delegation_edit, name="delegation_edit"),
    path("<int:pk>/etat/<slug:to>/", delegation_move, name="delegation_move"),
    path("<int:pk>/documents/<int:part_pk>/", records.delegation_document, name="delegation_document"),
    path("demande/", requests.request_add, name="request_add"),
    path("suivi/<str:token>/", follow_up.request_follow, name="request_follow"),
    path("suivi/<str:token>/message/", follow_up.request_note, name="request_note"),
    path("suivi/<str:token>/renoncer/", follow_up.request_withdraw, name="request_withdraw"),
    path("suivi/<str:token>/effacer/", follow_up.request_erase, name="request_erase"),
    act("solliciter/", acts.APPROACH, "approach_add"),
    act("nous-aussi/", acts.DECLARE, "approach_declare"),
    act("sollicitations/<int:part_pk>/repondre/", acts.ANSWER, "approach_answer"),
    act("avis/demander/", acts.CONSULT, "opinion_ask"),
    act("avis/<int:part_pk>/donner/", acts.OPINE, "opinion_give"),
    act("dates/", acts.DATE, "visit_date"),
    act("programme/ajouter/", acts.PLAN, "stop_add"),
    act("programme/<int:part_pk>/modifier/", acts.CHANGE, "stop_edit"),
    act("programme/<int:part_pk>/annuler/", acts.CANCEL_STOP, "stop_cancel"),
    act("bilan/", acts.CONCLUDE, "outcome_write"),
    act("engagements/ajouter/", acts.COMMIT, "commitment_add"),
    act("engagements/<int:part_pk>/regler/", acts.SETTLE, "commitment_settle"),
    act("documents/ajouter/", acts.DOCUMENT, "document_add"),
    act("annuaire/", acts.LINK, "delegation_link"),
    act("lecteurs/", acts.SHARE, "delegation_share"),
]
