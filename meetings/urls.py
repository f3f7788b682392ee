from django.urls import path

from meetings.views import exports, imports, meetings

app_name = "meetings"

urlpatterns = [
    path("", meetings.MeetingListView.as_view(), name="meeting_list"),
    path("<int:pk>/", meetings.meeting_detail, name="meeting_detail"),
    path("<int:pk>/compte-rendu.<str:format>", exports.meeting_export, name="meeting_export"),
    path("imports/", imports.ImportListView.as_view(), name="import_list"),
    path("imports/ajouter/", imports.import_add, name="import_add"),
    path("imports/<int:pk>/", imports.import_review, name="import_review"),
    path("imports/<int:pk>/accepter/", imports.import_accept_certain, name="import_accept_certain"),
    path("imports/<int:pk>/<int:rank>/accepter/", imports.proposal_accept, name="proposal_accept"),
    path("imports/<int:pk>/<int:rank>/corriger/", imports.proposal_correct, name="proposal_correct"),
    path("imports/<int:pk>/<int:rank>/rejeter/", imports.proposal_reject, name="proposal_reject"),
]
