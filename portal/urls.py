from django.urls import include, path

urlpatterns = [path("", include("roles.urls"))]

handler500 = "roles.views.failures.server_error"
