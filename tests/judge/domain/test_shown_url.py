from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import URL

from judge.domain.refusal import Refusal
from judge.domain.shown_url import without_password
from judge.locale.sentences import say
from judge.store.engine import locate, name_of

WORDS = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("2019.judge", "2019.judge"),
        ("a:b@c/2019.judge", "a:b@c/2019.judge"),
        ("postgresql://localhost:5432/judge", "postgresql://localhost:5432/judge"),
        ("postgresql://desk@db/judge", "postgresql://desk@db/judge"),
        ("postgresql://desk:s3cret@db/judge", "postgresql://desk:***@db/judge"),
        ("postgresql+psycopg://:s3cret@db/judge", "postgresql+psycopg://:***@db/judge"),
        ("postgresql://desk:s3@cret/@db:x/judge", "postgresql://desk:***@db:x/judge"),
        (
            "postgresql://db/judge?user=a&password=s3cret&sslmode=require",
            "postgresql://db/judge?user=a&password=***&sslmode=require",
        ),
        ("postgresql://db/judge?SSLPassword=s3cret", "postgresql://db/judge?SSLPassword=***"),
    ],
)
def test_passwords_are_masked_and_nothing_else(name: str, shown: str) -> None:
    assert without_password(name) == shown


@given(user=WORDS, password=WORDS, asked=st.booleans())
def test_no_password_of_a_url_is_in_its_name(user: str, password: str, *, asked: bool) -> None:
    secret = f"§{password}§"
    query = {"password": secret} if asked else {}
    url = URL.create("postgresql", user, None if asked else secret, "db", 5432, "judge", query)
    typed = url.render_as_string(hide_password=False)
    for said in (without_password(typed), name_of(locate(typed))):
        assert secret not in said
        assert quote(secret, safe="") not in said
        assert "***" in said


@pytest.mark.parametrize(
    "typed", ["postgresql://a:s3cret@db:port/x", "mysql://a:s3cret@db/x?password=s3cret"]
)
def test_a_url_that_is_refused_is_named_without_it(typed: str) -> None:
    with pytest.raises(Refusal) as refused:
        locate(typed)
    assert "s3cret" not in say(refused.value.code, refused.value.params)
    assert "s3cret" not in str(refused.value.params)


def test_a_sentence_never_says_one() -> None:
    assert "s3cret" not in say("edition-missing", {"edition": "postgresql://a:s3cret@db/x"})
