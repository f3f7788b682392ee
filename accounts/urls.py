from django.urls import path

from accounts.views import accepting, account, invitations, people, seeing, sessions

app_name = "accounts"

urlpatterns = [
    path("", account.account, name="account"),
    path("sessions/<int:pk>/fermer/", sessions.session_end, name="session_end"),
    path("invitations/", invitations.InvitationListView.as_view(), name="invitation_list"),
    path("invitations/envoyer/", invitations.invitation_add, name="invitation_add"),
    path("invitations/<int:pk>/renvoyer/", invitations.invitation_resend, name="invitation_resend"),
    path("invitations/<int:pk>/reprendre/", invitations.invitation_revoke, name="invitation_revoke"),
    path("invitation/<str:token>/", accepting.invitation_accept, name="invitation_accept"),
    path("organismes/<int:pk>/", people.people_list, name="people_list"),
    path("organismes/<int:pk>/personnes/<int:person_pk>/depart/", people.departure, name="departure"),
    path("comptes/<int:pk>/clore/", people.account_close, name="account_close"),
    path("voir-comme/", seeing.seeing, name="seeing"),
    path("voir-comme/quitter/", seeing.seeing_leave, name="seeing_leave"),
]
