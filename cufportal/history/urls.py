from django.urls import path

from cufportal.history import audit, views

urlpatterns = [
    path("historique/", audit.audit, name="audit"),
    path("historique/export.csv", audit.audit_export, name="audit_export"),
    path("historique/<slug:kind>/<int:pk>/", views.history, name="history"),
    path("historique/<slug:kind>/<int:pk>/comparer/", views.history_compare, name="history_compare"),
    path("historique/<slug:kind>/versions/<int:version>/retablir/", views.version_restore, name="version_restore"),
]
