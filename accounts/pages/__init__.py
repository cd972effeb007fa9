"""Sign in by link or passkey, sign out, one's own details, a language."""

from accounts.pages import account, kept_forms, passkeys, sign_in
from infra.routing import Router

router = Router(include_in_schema=False)
# Passkeys first: their addresses would else be taken for one-time links.
for part in (passkeys, sign_in, account, kept_forms):
    router.include_router(part.router)
