"""Webhooks reach the internet and nothing else: addresses and the texts that name them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kernel.errors import DomainError
from partners.domain.addresses import is_public, may_be_called
from partners.domain.targets import Target, read_target

INSIDE = [
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",  # noqa: S104  (refused here, not listened on)
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "192.0.0.170",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.9",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "192.88.99.1",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:8.8.8.8",
    "::ffff:7f00:1",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::10.0.0.1",
    "64:ff9b:1::1",
    "2002:7f00:1::",
    "2002:a00:1::1",
    "2001:0:7f00:1::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "fc00::1",
    "fd12:3456::1",
    "ff02::1",
    "2001:db8::1",
    "100::1",
    "3fff::1",
    "5f00::1",
]


@pytest.mark.parametrize("address", INSIDE)
def test_addresses_that_lead_inside_are_refused(address: str) -> None:
    assert not may_be_called(address, loopback=False)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "193.180.251.10", "2a00:1450:400f:80d::200e", "2606:4700::1111"]
)
def test_public_addresses_may_be_called(address: str) -> None:
    assert may_be_called(address, loopback=False)


@pytest.mark.parametrize("text", ["127.1", "0x7f.1", "2130706433", "0177.0.0.1", "localhost", "", "8.8.8.8 "])
def test_what_is_no_plain_address_is_none(text: str) -> None:
    assert not is_public(text)


@settings(deadline=None)
@given(st.ip_addresses(v=4))
def test_an_ipv4_address_is_no_safer_inside_ipv6(address: object) -> None:
    for form in (f"::ffff:{address}", f"64:ff9b::{address}", f"::{address}"):
        assert not is_public(form)


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://hooks.exempel.se/a?b=c", Target(True, "hooks.exempel.se", 443, "/a?b=c")),
        ("https://HOOKS.exempel.se:8443", Target(True, "hooks.exempel.se", 8443, "/")),
        ("https://xn--vxla-loa.exempel.se/", Target(True, "xn--vxla-loa.exempel.se", 443, "/")),
        ("https://[2606:4700::1111]/x", Target(True, "2606:4700::1111", 443, "/x")),
    ],
)
def test_addresses_of_the_internet_are_read(url: str, target: Target) -> None:
    assert read_target(url, loopback=False) == target


@pytest.mark.parametrize(
    "url",
    [
        "http://hooks.exempel.se/",
        "ftp://hooks.exempel.se/",
        "//hooks.exempel.se/",
        "https:///x",
        "https://user:pass@hooks.exempel.se/",
        "https://hooks.exempel.se@10.0.0.1/",
        "https://hooks.exempel.se\\@10.0.0.1/",
        "https://hooks.exempel.se/#x",
        "https://hooks.exempel.se:22/",
        "https://hooks.exempel.se:99999/",
        "https://hooks.exempel.se/ x",
        "https://hooks.exempel.se/\r\nHost: inside",
        "https://växla.exempel.se/",
        "https://localhost/",
        "https://localhost./",
        "https://intranet/",
        "https://db.internal/",
        "https://printer.local/",
        "https://127.0.0.1/",
        "https://127.1/",
        "https://0x7f000001/",
        "https://0x7f.0.0.1/",
        "https://2130706433/",
        "https://017700000001/",
        "https://0177.0.0.01/",
        "https://169.254.169.254/latest/meta-data/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[fe80::1%25eth0]/",
        "https://[::1",
        "https://" + "a" * 64 + ".se/",
        "https://hooks.exempel.se/" + "a" * 2000,
        "",
    ],
)
def test_other_texts_are_refused_with_a_reason_in_both_languages(url: str) -> None:
    with pytest.raises(DomainError) as refused:
        read_target(url, loopback=False)
    assert (refused.value.code, refused.value.field) == ("URL_NOT_USABLE", "url")
    assert refused.value.detail("sv") != refused.value.detail("en")


@settings(deadline=None)
@given(st.text(max_size=60))
def test_no_text_crashes_the_reading(text: str) -> None:
    try:
        target = read_target(f"https://{text}", loopback=False)
    except DomainError:
        return
    assert target.tls
    assert target.port in {443, 8443}


def test_loopback_is_for_tests_only_and_for_plain_loopback_only() -> None:
    assert read_target("http://127.0.0.1:8080/x", loopback=True) == Target(False, "127.0.0.1", 8080, "/x")
    for url in ("http://10.0.0.1/", "http://hooks.exempel.se/", "https://192.168.0.1/"):
        with pytest.raises(DomainError):
            read_target(url, loopback=True)
