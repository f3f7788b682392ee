from django.urls import path

from cufportal import record_pages, views

app_name = "cufportal"

urlpatterns = [
    path("", views.home, name="home"),
    # These stand before the directory's own pages, on the same paths: they show more of the same records.
    path("annuaire/<int:pk>/", record_pages.OrganisationPage.as_view(), name="organisation"),
    path("territoires/<int:pk>/", record_pages.TerritoryPage.as_view(), name="territory"),
    path("groupes/<slug:slug>/", record_pages.GroupPage.as_view(), name="group"),
    path("carte/", views.partnership_map, name="map"),
]
