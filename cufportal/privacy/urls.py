from django.urls import path

from cufportal.privacy.views import erasures, mine
from delegations.models import Delegation
from directory.models import Person

urlpatterns = [
    path("compte/donnees/", mine.my_data, name="my_data"),
    path("compte/donnees/consentements/", mine.my_consent, name="my_consent"),
    path("compte/donnees/tout/", mine.my_data_page, name="my_data_page"),
    path("compte/donnees/tout.json", mine.my_data_file, name="my_data_file"),
    path("compte/donnees/effacement/", mine.erasure_ask, name="erasure_ask"),
    path("effacements/", erasures.erasure_list, name="erasure_list"),
    path("effacements/<int:pk>/", erasures.erasure_detail, name="erasure_detail"),
    path("effacements/personne/<int:pk>/", erasures.erasure_add, {"model": Person}, name="person_erase"),
    path("effacements/demandeur/<int:pk>/", erasures.erasure_add, {"model": Delegation}, name="requester_erase"),
]
