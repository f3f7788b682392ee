from django.urls import path

from directory import record_pages, views

app_name = "directory"

urlpatterns = [
    path("annuaire/", views.OrganisationListView.as_view(), name="organisation_list"),
    path("annuaire/<int:pk>/", record_pages.OrganisationDetailView.as_view(), name="organisation_detail"),
    path("territoires/", views.TerritoryListView.as_view(), name="territory_list"),
    path("territoires/<int:pk>/", record_pages.TerritoryDetailView.as_view(), name="territory_detail"),
    path("themes/", views.ThemeListView.as_view(), name="theme_list"),
    path("themes/<slug:slug>/", record_pages.ThemeDetailView.as_view(), name="theme_detail"),
    path("groupes/", views.GroupListView.as_view(), name="group_list"),
    path("groupes/<slug:slug>/", record_pages.GroupDetailView.as_view(), name="group_detail"),
]
