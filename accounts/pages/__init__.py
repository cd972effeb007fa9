"""Sign in by link or passkey, sign out, one's own details, a language."""

from fastapi import APIRouter

from accounts.pages import account, kept_forms, passkeys, sign_in

router = APIRouter(include_in_schema=False)
# Passkeys first: their addresses would else be taken for one-time links.
for part in (passkeys, sign_in, account, kept_forms):
    router.include_router(part.router)
