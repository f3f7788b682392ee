from django.urls import path

from directory import views

app_name = "directory"

urlpatterns = [
    path("annuaire/", views.OrganisationListView.as_view(), name="organisation_list"),
    path("annuaire/<int:pk>/", views.OrganisationDetailView.as_view(), name="organisation_detail"),
    path("territoires/", views.TerritoryListView.as_view(), name="territory_list"),
    path("territoires/<int:pk>/", views.TerritoryDetailView.as_view(), name="territory_detail"),
    path("groupes/", views.GroupListView.as_view(), name="group_list"),
    path("groupes/<slug:slug>/", views.GroupDetailView.as_view(), name="group_detail"),
]
