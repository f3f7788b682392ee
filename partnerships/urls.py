from django.urls import path

from partnerships.views import acts, campaigns, edits, imports, lists, records, reviewing, verification, wishes

app_name = "partnerships"

urlpatterns = [
    path("", lists.PartnershipListView.as_view(), name="partnership_list"),
    path("liste.<str:format>", lists.partnership_export, name="partnership_export"),
    path("ajouter/", edits.partnership_add, name="partnership_add"),
    path("<int:pk>/modifier/", edits.partnership_edit, name="partnership_edit"),
    path("projets/", lists.ProjectListView.as_view(), name="project_list"),
    path("recherches/", wishes.WishListView.as_view(), name="wish_list"),
    path("recherches/ajouter/", wishes.wish_add, name="wish_add"),
    path("recherches/<int:pk>/modifier/", wishes.wish_edit, name="wish_edit"),
    path("recherches/<int:pk>/retirer/", wishes.wish_withdraw, name="wish_withdraw"),
    path("verification/", campaigns.campaign_list, name="campaign_list"),
    path("verification/nouvelle/", campaigns.campaign_add, name="campaign_add"),
    path("verification/<int:pk>/", campaigns.campaign_detail, name="campaign_detail"),
    path("verification/<int:pk>/modifier/", campaigns.campaign_edit, name="campaign_edit"),
    path("verification/<int:pk>/destinataires/", campaigns.campaign_choose, name="campaign_choose"),
    path("verification/<int:pk>/envoyer/", campaigns.campaign_send, name="campaign_send"),
    path("verification/<int:pk>/clore/", campaigns.campaign_close, name="campaign_close"),
    path("verification/demandes/<int:pk>/", reviewing.verification_review, name="verification_review"),
    path("verification/demandes/<int:pk>/renvoyer/", campaigns.verification_resend, name="verification_resend"),
    path("verification/demandes/<int:pk>/traiter/", reviewing.verification_settle, name="verification_settle"),
    path(
        "verification/demandes/<int:pk>/fiches/<int:answer_pk>/",
        reviewing.verification_decide,
        name="verification_decide",
    ),
    path("verification/repondre/<str:token>/", verification.verification_answer, name="verification_answer"),
    path("tableaux/", imports.TableImportListView.as_view(), name="table_import_list"),
    path("tableaux/ajouter/", imports.table_import_add, name="table_import_add"),
    path("tableaux/<int:pk>/", imports.table_import_detail, name="table_import_detail"),
    path("tableaux/<int:pk>/colonnes/", imports.table_import_columns, name="table_import_columns"),
    path("tableaux/<int:pk>/essayer/", imports.table_import_check, name="table_import_check"),
    path("tableaux/<int:pk>/noms/", imports.table_import_names, name="table_import_names"),
    path("tableaux/<int:pk>/enregistrer/", imports.table_import_apply, name="table_import_apply"),
    path("tableaux/<int:pk>/annuler/", imports.table_import_undo, name="table_import_undo"),
    path("<int:pk>/", records.partnership_detail, name="partnership_detail"),
    path("<int:pk>/verifier/", acts.partnership_act, {"act": acts.CONFIRM}, name="partnership_confirm"),
    path("<int:pk>/publier/", acts.partnership_act, {"act": acts.PUBLISH}, name="partnership_publish"),
    path("<int:pk>/clore/", acts.partnership_act, {"act": acts.END}, name="partnership_end"),
    path("<int:pk>/rouvrir/", acts.partnership_act, {"act": acts.REOPEN}, name="partnership_reopen"),
    path("<int:pk>/accords/<int:agreement_pk>/document/", records.agreement_document, name="agreement_document"),
    path("<int:pk>/doutes/<int:flag_pk>/", acts.doubt_decide, name="doubt_decide"),
]
