from django.urls import path

from meetings.views import actions, announcements, exports, imports, meetings, parts

app_name = "meetings"

urlpatterns = [
    path("", meetings.MeetingListView.as_view(), name="meeting_list"),
    path("ajouter/", meetings.meeting_add, name="meeting_add"),
    path("<int:pk>/", meetings.meeting_detail, name="meeting_detail"),
    path("<int:pk>/modifier/", meetings.meeting_edit, name="meeting_edit"),
    path("<int:pk>/etat/", meetings.minutes_state, name="minutes_state"),
    path("<int:pk>/compte-rendu.<str:format>", exports.meeting_export, name="meeting_export"),
    path("<int:pk>/<slug:part>/", parts.part_list, name="part_list"),
    path("<int:pk>/<slug:part>/<int:row>/modifier/", parts.part_edit, name="part_edit"),
    path("<int:pk>/<slug:part>/<int:row>/supprimer/", parts.part_delete, name="part_delete"),
    path("<int:pk>/<slug:part>/<int:row>/deplacer/", parts.part_move, name="part_move"),
    path("<int:pk>/agenda/<int:row>/evenement/", announcements.announcement_event, name="announcement_event"),
    path("<int:pk>/actions/<int:row>/<slug:act>/", actions.action_act, name="action_act"),
    path("imports/", imports.ImportListView.as_view(), name="import_list"),
    path("imports/ajouter/", imports.import_add, name="import_add"),
    path("imports/<int:pk>/", imports.import_review, name="import_review"),
    path("imports/<int:pk>/accepter/", imports.import_accept_certain, name="import_accept_certain"),
    path("imports/<int:pk>/<int:rank>/accepter/", imports.proposal_accept, name="proposal_accept"),
    path("imports/<int:pk>/<int:rank>/corriger/", imports.proposal_correct, name="proposal_correct"),
    path("imports/<int:pk>/<int:rank>/rejeter/", imports.proposal_reject, name="proposal_reject"),
]
