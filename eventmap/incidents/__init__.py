"""Incidents: what happened, each with the reports of it, the events of several stories that are the same.

Library: `match([of_event(event), …], types)`; command: `python -m eventmap match`. How two events are scored is data,
`data/incidents.yaml`.
"""

from eventmap.incidents.incident import Incident
from eventmap.incidents.match import match
from eventmap.incidents.rules import Rules, load
from eventmap.incidents.telling import Telling, of_event, of_record

__all__ = ["Incident", "Rules", "Telling", "load", "match", "of_event", "of_record"]
