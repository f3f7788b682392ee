from django.urls import path

from cufportal.merging.views import duplicates, merges, merging

urlpatterns = [
    path("fusions/", merges.merge_list, name="merge_list"),
    path("fusions/<int:pk>/", merges.merge_detail, name="merge_detail"),
    path("fusions/<int:pk>/annuler/", merges.merge_undo, name="merge_undo"),
    path("fusions/doublons/<slug:kind>/", duplicates.duplicate_list, name="duplicate_list"),
    path("fusions/<slug:kind>/<int:pk>/", merging.merge_choose, name="merge_choose"),
    path("fusions/<slug:kind>/<int:pk>/<int:other>/", merging.merge, name="merge"),
    path("fusions/<slug:kind>/<int:pk>/<int:other>/distinctes/", duplicates.say_two, name="say_two"),
]
