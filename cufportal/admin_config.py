from django.contrib.admin.apps import AdminConfig


class PortalAdminConfig(AdminConfig):
    default = False  # named by the settings
    default_site = "cufportal.admin_site.PortalAdminSite"
