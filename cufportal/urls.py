from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("cufportal.site_urls")),
    path("", include("directory.urls")),
    path("partenariats/", include("partnerships.urls")),
    path("reunions/", include("meetings.urls")),
    path("compte/", include("allauth.account.urls")),
    path("langue/", include("django.conf.urls.i18n")),
    path("admin/", admin.site.urls),
]
