from django.urls import path

from meetings.views import exports, meetings

app_name = "meetings"

urlpatterns = [
    path("", meetings.MeetingListView.as_view(), name="meeting_list"),
    path("<int:pk>/", meetings.meeting_detail, name="meeting_detail"),
    path("<int:pk>/compte-rendu.<str:format>", exports.meeting_export, name="meeting_export"),
]
