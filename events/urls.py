from django.urls import path

from events.views import acts, attendees, editing, events, registrations, seats

app_name = "events"

urlpatterns = [
    path("", events.EventListView.as_view(), name="event_list"),
    path("ajouter/", editing.event_add, name="event_add"),
    path("inscriptions/", registrations.RegistrationListView.as_view(), name="registration_list"),
    path("inscriptions/<int:pk>/confirmer/", seats.seat_confirm, name="seat_confirm"),
    path("inscriptions/<int:pk>/annuler/", seats.seat_cancel, name="seat_cancel"),
    path("<int:pk>/inscrits/", attendees.AttendeeListView.as_view(), name="attendee_list"),
    path("<int:pk>/inscrits.<str:format>", attendees.attendee_export, name="attendee_export"),
    path("<int:pk>/inscription/", registrations.registration_add, name="registration_add"),
    path("<int:pk>/modifier/", editing.event_edit, name="event_edit"),
    path("<int:pk>/dates/", acts.event_act, {"act": acts.DATES}, name="event_dates"),
    path("<int:pk>/etat/", acts.event_act, {"act": acts.STATUS}, name="event_status"),
    path("<int:pk>/temps/ajouter/", editing.session_add, name="session_add"),
    path("<int:pk>/temps/<int:session_pk>/modifier/", editing.session_edit, name="session_edit"),
    path("<int:pk>/temps/<int:session_pk>/deplacer/", acts.session_act, {"act": acts.MOVE}, name="session_move"),
    path("<int:pk>/temps/<int:session_pk>/places/", acts.session_act, {"act": acts.CAPACITY}, name="session_capacity"),
    path("<int:pk>/temps/<int:session_pk>/annuler/", acts.session_act, {"act": acts.CANCEL}, name="session_cancel"),
    path("<int:pk>/", events.event_detail, name="event_detail"),
]
