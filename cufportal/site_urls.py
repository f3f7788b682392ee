from django.urls import path

from core.enums import LegalKind
from cufportal import record_pages, views
from cufportal.agenda.urls import urlpatterns as agenda_urls
from cufportal.history.urls import urlpatterns as history_urls
from cufportal.merging.urls import urlpatterns as merging_urls
from cufportal.privacy.urls import urlpatterns as privacy_urls
from cufportal.statistics.urls import urlpatterns as statistics_urls

app_name = "cufportal"

urlpatterns = [
    path("", views.home, name="home"),
    # These stand before the directory's own pages, on the same paths: they show more of the same records.
    path("annuaire/<int:pk>/", record_pages.OrganisationPage.as_view(), name="organisation"),
    path("territoires/<int:pk>/", record_pages.TerritoryPage.as_view(), name="territory"),
    path("groupes/<slug:slug>/", record_pages.GroupPage.as_view(), name="group"),
    path("themes/<slug:slug>/", record_pages.ThemePage.as_view(), name="theme"),
    path("carte/", views.PartnershipMap.as_view(), name="map"),
    path("recherche/", views.search, name="search"),
    *agenda_urls,
    *history_urls,
    *merging_urls,
    *privacy_urls,
    *statistics_urls,
    *(path(f"{kind}/", views.legal_page, {"kind": kind}, name=kind.name.lower()) for kind in LegalKind),
]
