from django.urls import path

from cufportal.agenda.views import calendar, feeds, proposals

# No namespace of its own: these stand among the pages of the portal.
urlpatterns = [
    path("agenda/", calendar.agenda, name="agenda"),
    path("agenda/<int:year>/", calendar.agenda, name="agenda_year"),
    path("agenda/<int:year>/<int:month>/", calendar.agenda, name="agenda_month"),
    path("agenda/propositions/", proposals.entry_list, name="entry_list"),
    path("agenda/proposer/", proposals.entry_add, name="entry_add"),
    path("agenda/dates/<int:pk>/", proposals.entry_detail, name="entry_detail"),
    path("agenda/dates/<int:pk>/modifier/", proposals.entry_edit, name="entry_edit"),
    path("agenda/dates/<int:pk>/accepter/", proposals.entry_act, {"act": proposals.ACCEPT}, name="entry_accept"),
    path("agenda/dates/<int:pk>/refuser/", proposals.entry_act, {"act": proposals.REFUSE}, name="entry_refuse"),
    path("agenda/dates/<int:pk>/annuler/", proposals.entry_act, {"act": proposals.CANCEL}, name="entry_cancel"),
    path("agenda/dates/<int:pk>/retirer/", proposals.entry_act, {"act": proposals.WITHDRAW}, name="entry_withdraw"),
    path("agenda/abonnement/", feeds.feeds, name="feeds"),
    path("agenda/abonnement/lien/", feeds.feed_renew, name="feed_renew"),
    path("agenda/abonnement/lien/revoquer/", feeds.feed_revoke, name="feed_revoke"),
    path("agenda/public.ics", feeds.public_feed, name="public_feed"),
    path("agenda/groupes/<slug:slug>.ics", feeds.group_feed, name="group_feed"),
    path("agenda/personnel/<str:token>.ics", feeds.personal_feed, name="personal_feed"),
]
