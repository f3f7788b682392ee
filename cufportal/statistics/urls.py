from django.urls import path

from cufportal.statistics import views

urlpatterns = [
    path("groupes/<slug:slug>/chiffres/", views.statistics, name="statistics"),
    path("groupes/<slug:slug>/chiffres.<str:format>", views.statistics_export, name="statistics_export"),
]
