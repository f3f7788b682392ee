"""Time zones by their names: hours are kept with the zone of the place where they are kept to."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import time_format
from django.utils.translation import gettext_lazy as _

from core.dates import FuzzyDate, write

HOME = "Europe/Paris"
# What people say where it is not the name of the zone: all China keeps the hour of Peking.
CAPITALS = {HOME: _("Paris"), "Asia/Shanghai": _("Pékin"), "UTC": _("Greenwich (UTC)")}


def city_of(zone):
    """The city by which people name a zone: « Pékin » for Asia/Shanghai, « Port-au-Prince » for America/Port-au-Prince."""
    return CAPITALS.get(zone) or zone.rpartition("/")[2].replace("_", " ")


def zone_in_words(zone):
    return _("heure de %(city)s") % {"city": city_of(zone)}


def moment_in_words(moment, zone):
    """« le 1er décembre 2017 à 18h00, heure de Pékin », in the hour of `zone`, named unless it is that of home; "" for None."""
    if moment is None:
        return ""
    local = moment.astimezone(ZoneInfo(zone))
    said = {"day": write(FuzzyDate.day(local.date())), "hour": time_format(local, "TIME_FORMAT")}
    words = _("le %(day)s à %(hour)s") % said
    return words if zone == HOME else f"{words}, {zone_in_words(zone)}"


def zone_choices(*first):
    """All zones for a menu: home and `first` on top, then region by region, each under its city."""
    names = sorted(name for name in available_timezones() if "/" in name and not name.startswith(("Etc/", "SystemV/")))
    usual = list(dict.fromkeys([HOME, *first]))
    regions = {}
    for name in names:
        regions.setdefault(name.partition("/")[0], []).append((name, name.partition("/")[2].replace("_", " ")))
    return [(_("Le plus souvent"), [(name, str(city_of(name))) for name in usual]), *regions.items()]


def moment_at(day, hour, zone):
    """The moment at which the clocks of `zone` show `hour` on `day`, aware.

    Raise ValidationError when no clock shows it (the hour that summer time skips) or when clocks show it twice.
    """
    tz = ZoneInfo(zone)
    earlier, later = (datetime.combine(day, hour, tz).replace(fold=fold) for fold in (0, 1))
    said = {"hour": hour.strftime("%H:%M"), "city": city_of(zone)}
    if earlier.astimezone(UTC).astimezone(tz).replace(tzinfo=None) != earlier.replace(tzinfo=None):
        message = _("À %(city)s, %(hour)s n’existe pas ce jour-là : on passe à l’heure d’été. Donnez une autre heure.")
        raise ValidationError(message, params=said, code="skipped_hour")
    if earlier.utcoffset() != later.utcoffset():
        message = _(
            "À %(city)s, il est deux fois %(hour)s ce jour-là : on passe à l’heure d’hiver. Donnez une autre heure."
        )
        raise ValidationError(message, params=said, code="repeated_hour")
    return earlier


def validate_time_zone(name):
    if name not in available_timezones():
        raise ValidationError(
            _("« %(name)s » n’est pas un fuseau horaire, par exemple Europe/Paris."), params={"name": name}
        )


class TimeZoneField(models.CharField):
    """The name of a zone, Paris unless told."""

    default_validators = [validate_time_zone]

    def __init__(self, *args, **kwargs):
        kwargs = {"max_length": 40, "default": HOME, **kwargs}
        super().__init__(*args, **kwargs)
