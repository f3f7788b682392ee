from django.urls import path

from cufportal import views

app_name = "cufportal"

urlpatterns = [
    path("", views.home, name="home"),
    path("carte/", views.partnership_map, name="map"),
]
