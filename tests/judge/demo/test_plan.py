from judge.demo.groups import groups
from judge.demo.plan import Quotas, plan
from judge.demo.teams import teams
from tests.judge.demo.conftest import SEED


def test_a_full_edition_has_over_six_hundred_nominations_on_forms(quotas: Quotas) -> None:
    assert sum(body.groups + body.teams for body in plan(quotas, SEED)) >= 600


def test_most_bodies_keep_to_their_quota_while_some_go_over_and_some_fall_short(quotas: Quotas) -> None:
    filed = [
        (body.groups, seats["qc-group"]) for body, (_, seats) in zip(plan(quotas, SEED), quotas, strict=True)
    ]
    over = sum(count > seats for count, seats in filed)
    short = sum(count < seats for count, seats in filed)
    assert over >= 5
    assert short >= 1
    assert over + short < len(filed) * 0.7


def test_more_groups_ask_to_present_than_may(quotas: Quotas) -> None:
    planned = plan(quotas, SEED)
    assert all(body.presenting <= body.groups for body in planned)
    assert sum(body.presenting for body in planned) > sum(seats["qc-presenting"] for _, seats in quotas)


def test_a_body_without_seats_files_nothing() -> None:
    (body,) = plan([("无名额单位", {"qc-group": 0, "trusted-team": 0})], SEED)
    assert (body.groups, body.teams, body.presenting) == (0, 0, 0)


def test_any_quota_table_will_do() -> None:
    (body,) = plan([("某某行业协会", {"qc-group": 120, "qc-presenting": 60, "trusted-team": 40})], SEED)
    filed = [*groups(body, SEED), *teams(body, SEED)]
    assert len({filing.identity for filing in filed}) == body.groups + body.teams


def test_nominations_tell_apart_and_fit_their_forms(quotas: Quotas) -> None:
    filed = [filing for body in plan(quotas, SEED) for filing in (*groups(body, SEED), *teams(body, SEED))]
    assert len({filing.identity for filing in filed}) == len(filed)
    for filing in filed:
        assert len(filing.members) <= (10 if filing.award == "qc-group" else 15)
        assert len(set(filing.members)) == len(filing.members)


def test_names_are_as_varied_as_the_region(quotas: Quotas) -> None:
    members = [
        name for body in plan(quotas, SEED) for filing in groups(body, SEED) for name in filing.members
    ]
    assert 0.15 < sum("·" in name for name in members) / len(members) < 0.45
    assert any(ord(character) > 0xFFFF for name in members for character in name)


def test_few_teams_admit_accidents(quotas: Quotas) -> None:
    counts = [filing.entries["accidents"] for body in plan(quotas, SEED) for filing in teams(body, SEED)]
    assert 1 <= sum(count != "0" for count in counts) < len(counts) * 0.1


def test_stories_are_of_the_length_that_reviewers_read(quotas: Quotas) -> None:
    for body in plan(quotas, SEED):
        for filing in (*groups(body, SEED), *teams(body, SEED)):
            story = str(filing.entries["narrative"])
            assert 300 <= len(story) <= 800
            assert "{" not in story
