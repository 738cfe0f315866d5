from allauth.account.models import EmailAddress
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.utils import timezone

from roles.models import Posting

from .models import Publication
from .models.queries import forget
from .search import index


@receiver(post_save, sender=EmailAddress)
def let_out_what_waited(instance, raw=False, **kwargs):
    """Whoever has proved an address may publish: what they had published before is on the web now."""
    if instance.verified and not raw:
        waiting = Publication.objects.filter(posting__owner=instance.user_id, waiting=True)
        waiting.update(waiting=False, changed_at=timezone.now())


@receiver(post_save, sender=Posting)
def withdraw_what_was_deleted(instance, update_fields, raw=False, **kwargs):
    """Whoever deletes a posting does not mean the world to go on reading it."""
    if instance.deleted_at and update_fields and "deleted_at" in update_fields and not raw:
        now = timezone.now()
        Publication.objects.filter(posting=instance, withdrawn_at=None).update(withdrawn_at=now, changed_at=now)


@receiver(post_save, sender=Publication)
def let_it_be_found(instance, update_fields, raw=False, **kwargs):
    if raw or update_fields is None or "search_words" in update_fields:
        forget([instance.pk]) if instance.over else index(instance)


@receiver(post_delete, sender=Publication)
def let_it_be_forgotten(instance, **kwargs):
    forget([instance.pk])
