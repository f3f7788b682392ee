from django.contrib import admin
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path
from django.views.i18n import set_language

urlpatterns = [
    path("", include("cufportal.site_urls")),
    path("", include("directory.urls")),
    path("partenariats/", include("partnerships.urls")),
    path("delegations/", include("delegations.urls")),
    path("evenements/", include("events.urls")),
    path("reunions/", include("meetings.urls")),
    path("compte/", include("accounts.urls")),
    path("compte/", include("accounts.entrance_urls")),
    path("langue/", login_not_required(set_language), name="set_language"),
    path("admin/", admin.site.urls),
]
