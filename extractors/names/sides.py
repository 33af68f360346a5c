"""Which side an organisation is on: what the sentences around its names say, added up over the document.

Reads::

    甲校选派6名教师到乙校支教                甲校 supporter, 乙校 recipient
    丰和县教育局拨付专项经费10万元            supporter
    甲校与乙校、丙校结成帮扶对子              a pair: the first helps, unless other sentences say otherwise
    我校派4名教师赴甲校跟岗 …（乙校）          who writes takes

Leaves alone::

    在县教育局的正确领导下, 报县教育局备案    neither side
    委托师范大学承办                          a hired body
    苍山县教育局 in its own plan              it leads
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extractors.names.aliases import place_of
from extractors.names.bonds import HINT, Bonds
from extractors.names.clusters import find_clusters
from extractors.names.cooperation import join_in, lean_on_neighbours
from extractors.names.deeds import NOTHING, Weight, weigh_subject
from extractors.names.evidence import part_in_clause, weigh
from extractors.names.headings import heading_name
from extractors.names.mentions import Mention, Mentions
from extractors.names.pairings import find_pairs
from extractors.names.standings import Standing, group_mentions, without_parts
from extractors.text.passage import Passage, Stretch
from schemas.agreement import Kind

_SELF = re.compile(
    r"(?:^|[，；。：])[^，；。：]{0,12}?(?<![到赴来向为给对与在和同跟的驻])(?:学校(?=[先共选派组接已])|学院(?=[先共选派组接已将])|我们)"
)
_TOWARDS_SELF = re.compile(
    r"(?:来[校园](?=指导|支教|讲学|送教|授课|任教|上课|作报告|作讲座)|(?:给|为|帮|帮带|帮助|支援)我们(?=[上送讲带培捐配添解，。]|和)|(?<![\u4e00-\u9fff])(?:给|为|帮)我们)"
)
_WE_TEACH = re.compile(
    r"(?:我|本)[校园院](?![长园内外区本舍训歌服友医史])|我们(?:学校|幼儿园)|(?<![\u4e00-\u9fff])(?:小学|初中|高中|中学|幼儿)部(?=[和与同])"
)
_WE_GOVERN = re.compile(r"(?:我|本)[局县市区州旗省镇乡委]")
_HELPED_TITLE = re.compile(r"受(?:援|助|帮扶|帮带|支援|扶持)|接受[^，。]{0,6}(?:帮扶|帮带|支援|援助|帮助|托管)")
_COMES_HERE = re.compile(r"来[校园院](?=[^，。；]{0,6}(?:跟岗|跟班|学习|进修|观摩|研修|参观))")
_WRITES = re.compile(r"我(?:是|叫[^，。]{2,4}，是|来自)[^，。]{0,8}$")
_KIND_OF_WRITER = re.compile(r"(?:集团|基金会|公司|医院|协会|商会|研究院)$")
_SCHOOL = re.compile(r"(?:[校园園小中幼]|[中小大][学學]|学院|教学点)$")
_SIGNS = 3
_IN_ONE_CLAUSE = re.compile("[^，。；：\t]{0,12}")
_SIGNATURE = 14
_COUNTY = re.compile("[\u4e00-\u9fff]{1,8}?[县区市州旗]")
_HEADED, _MUCH = 1.5, 2


Gift = tuple[str | None, str | None]
"""Who pays a sum, and who is paid it, as the text names them."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Who gives and who receives in a document, each once, in the order in which they are introduced: organisations, and places."""

    organisations: tuple[Standing, ...] = ()
    regions: tuple[Standing, ...] = ()


def find_sides(passage: Passage, mentions: Mentions, gifts: Iterable[Gift] = ()) -> Sides:
    """The organisations and the places of a document that give or receive assistance; ``gifts`` are those of money, as they were read."""
    groups = without_parts(group_mentions((mention for mention in mentions if mention.kind == "organisation"), mentions.full))
    groups = [group for group in groups if not group.is_own_part]
    regions = group_mentions(mention for mention in mentions if mention.kind == "region")
    of = {(mention.start, mention.end): group for group in (*groups, *regions) for mention in group.mentions}
    writer = _writer(passage, groups)
    if writer is not None:
        own = _own_words(passage, writer, mentions)
        of |= {(mention.start, mention.end): writer for mention in own}
        mentions = Mentions(tuple(sorted((*mentions, *own), key=lambda mention: mention.start)), mentions.full)
    bonds = _weigh_sentences(passage, mentions, of, writer)
    _weigh_gifts(groups, gifts)
    if writer is not None:
        _weigh_writer(passage, writer)
    pairs = [
        pair
        for pair in find_pairs(passage, mentions)
        if {(pair.first.start, pair.first.end), (pair.second.start, pair.second.end)} <= of.keys()
    ]
    _lean_on_places(groups, regions)
    bonds.places = {region.name: region.side for region in regions}
    bonds.add_pairs(of, pairs)
    together = join_in(passage, mentions, of)
    _from_regions(groups, regions)
    lean_on_neighbours(together, groups)
    if writer is not None:
        _other_side(groups, writer, passage.kind)
    bonds.mark_links(groups)
    parties = tuple(group for group in groups if group.side != "unknown" and _is_party(group, groups, writer, passage.kind))
    if (
        writer is not None
        and writer not in parties
        and _helps_another_place(writer, parties, regions)
        and passage.kind in ("summary", "news")
    ):
        parties = tuple(group for group in groups if group in parties or group is writer)
    return Sides(parties, tuple(region for region in regions if region.side != "unknown"))


def _weigh_gifts(groups: Sequence[Standing], gifts: Iterable[Gift]) -> None:
    """Who pays a sum gives, and who is paid one receives, where nothing else was said of them."""
    by_name = {mention.name: group for group in groups for mention in group.mentions}
    silent = {id(group) for group in groups if not group.gives and not group.takes}
    for payer, payee in gifts:
        for name, weight in ((payer, Weight(gives=HINT, acts=True, pays=True)), (payee, Weight(takes=HINT, acts=True))):
            group = by_name.get(name or "")
            if group is not None and id(group) in silent:
                _add(group, weight)


def _own_words(passage: Passage, writer: Standing, mentions: Mentions) -> list[Mention]:
    """我校, 本园, 我局: the words with which the writer speaks of itself, where they are no part of a name."""
    words = _WE_GOVERN if writer.governs else _WE_TEACH
    found = [Mention(match.start(), match.end(), "organisation", match.group()) for match in passage.search(words)]
    return [one for one in found if not mentions.overlapping(one.start, one.end)]


def _weigh_sentences(passage: Passage, mentions: Mentions, of: Mapping[tuple[int, int], Standing], writer: Standing | None) -> Bonds:
    """Add up what the sentences say, and who is said to help whom."""
    bonds = Bonds()
    for sentence in passage.sentences:
        before, reached = NOTHING, sentence.start
        acting: list[Standing] = []
        subject = [writer] if writer is not None and not writer.is_office and passage.kind in ("plan", "summary") else []
        subject = _weigh_heading(passage, mentions, of, sentence) or subject
        for cluster in find_clusters(passage, mentions, sentence):
            weight = weigh(passage, mentions, cluster, sentence)
            known = [of[mention.start, mention.end] for mention in cluster.members if (mention.start, mention.end) in of]
            if before == NOTHING and weight.takes and _IN_ONE_CLAUSE.fullmatch(passage.text, reached, cluster.start):
                _add_to(acting, Weight(gives=HINT))
            for group in known:
                _add(group, weight)
            part = part_in_clause(passage.text, mentions, sentence, cluster)
            if part == "subject":
                subject = known
            elif part == "object":
                bonds.add_object(subject, known, weight)
            before, acting, reached = weight, known, cluster.end
    return bonds


def _weigh_heading(passage: Passage, mentions: Mentions, of: Mapping[tuple[int, int], Standing], sentence: Stretch) -> list[Standing]:
    """〔甲校〕 向乙校捐赠电脑: the heading's organisation, where the sentence below it names nobody who acts."""
    around = passage.clauses.ancestry(sentence.start)
    named = heading_name(mentions, around[-1]) if around and passage.kind in ("news", "summary") else None
    group = of.get((named.start, named.end)) if named else None
    if group is None or named is None or named.start >= sentence.start:
        return []
    if any(part_in_clause(passage.text, mentions, sentence, one) == "subject" for one in find_clusters(passage, mentions, sentence)):
        return []
    _add(group, weigh_subject(passage.text, sentence))
    return [group]


def _add_to(groups: Sequence[Standing], weight: Weight) -> None:
    for group in groups:
        _add(group, weight)


def _add(group: Standing, weight: Weight) -> None:
    group.gives += weight.gives
    group.takes += weight.takes
    group.acts = group.acts or weight.acts
    group.pays = group.pays or weight.pays


def _writer(passage: Passage, groups: Sequence[Standing]) -> Standing | None:
    """Whose paper it is: who signs it, speaks of itself as 我, or stands at the head of the title."""
    return next((group for group in groups for mention in group.mentions if _signs(passage, mention)), None) or next(
        (group for group in groups for mention in group.mentions if _heads(passage, mention)), None
    )


def _signs(passage: Passage, mention: Mention) -> bool:
    line = passage.line_at(mention.start)
    last = passage.lines[max(0, len(passage.lines) - _SIGNS)].start
    alone = (
        mention.start == line.start
        and line.end - line.start <= mention.end - mention.start + _SIGNATURE
        and not re.search("[，。；\t]", passage.words(line))
    )
    whole = line.end - line.start == mention.end - mention.start
    below = (
        passage.title is not None
        and whole
        and _SCHOOL.search(mention.name) is not None
        and passage.line_before(line.start) == passage.title
        and passage.kind != "news"
    )
    if below or (mention.start >= last and alone):
        return True
    return _WRITES.search(passage.text[max(line.start, mention.start - _SIGNATURE) : mention.start]) is not None


def _heads(passage: Passage, mention: Mention) -> bool:
    if mention.start < (passage.title.end if passage.title else passage.start) and passage.kind != "news":
        return passage.title is not None and mention.start - passage.title.start <= 1
    return False


def _weigh_writer(passage: Passage, writer: Standing) -> None:
    """What the title and the sentences say of 我校, 我县: they speak of the writer."""
    if passage.title and _HELPED_TITLE.search(passage.words(passage.title)):
        _add(writer, Weight(takes=_HEADED, acts=True))
    own = _own_noun(writer.name)
    for sentence in passage.sentences:
        for match in own.finditer(passage.words(sentence)) if own else ():
            _add(writer, weigh_subject(passage.text, Stretch(sentence.start + match.end(), sentence.end)))
        for match in _SELF.finditer(passage.words(sentence)):
            if writer.governs and match.group().endswith(("学校", "学院")):
                continue
            _add(writer, weigh_subject(passage.text, Stretch(sentence.start + match.end(), sentence.end)))
        for pattern, weight in ((_TOWARDS_SELF, Weight(takes=1, acts=True)), (_COMES_HERE, Weight(gives=1))):
            if pattern.search(passage.text, sentence.start, sentence.end):
                _add(writer, weight)


def _own_noun(name: str) -> re.Pattern[str] | None:
    """集团, 基金会, 医院 at a clause's head, in the paper of one: it speaks of itself."""
    kind = _KIND_OF_WRITER.search(name)
    return re.compile(rf"(?:^(?:[0-9]{{1,2}}[、.])?|[，；。：])[ ]?{kind.group()}") if kind else None


def _from_regions(groups: Sequence[Standing], regions: Sequence[Standing]) -> None:
    """An organisation of a place that helps helps too, where nothing else is said of it and it acts in the pairing."""
    offices = {place_of(group.name): group.side for group in groups if group.governs and group.side != "unknown"}
    sides = {region.name: region.side for region in regions if region.side != "unknown"} | {
        name: side for name, side in offices.items() if name
    }
    for group in groups:
        if group.side != "unknown" or not group.paired:
            continue
        place = place_of(group.name)
        side = next((side for name, side in sides.items() if place.startswith(name[:2]) or group.name.startswith(name)), None)
        group.gives += HINT / 2 * (side == "supporter")
        group.takes += HINT / 2 * (side == "recipient")


def _lean_on_places(groups: Sequence[Standing], regions: Sequence[Standing]) -> None:
    """An authority is on its place's side where much is said of the place and little of the authority."""
    for group in groups:
        region = next((one for one in regions if group.name.startswith(one.name)), None) if group.governs else None
        if region is not None and abs(region.gives - region.takes) >= _MUCH > abs(group.gives - group.takes):
            group.gives += _HEADED * (region.side == "supporter")
            group.takes += _HEADED * (region.side == "recipient")


def _helps_another_place(writer: Standing, parties: Sequence[Standing], regions: Sequence[Standing]) -> bool:
    """Whether an authority reports how it pays for or sends to schools of a place that it does not govern."""
    if not (writer.governs and writer.pays and writer.side == "supporter"):
        return False
    own = place_of(writer.name)
    others = [
        region.name for region in regions if region.side == "recipient" and region.name not in own and region.name[-1] in "县区市州旗"
    ]
    helped = [_COUNTY.match(party.name) for party in parties if party.side == "recipient"]
    return any(county is not None and name.endswith(county.group()) for county in helped for name in others)


def _other_side(groups: Sequence[Standing], writer: Standing, kind: Kind) -> None:
    """The writer of whom nothing is said is on the side that the others leave open; for a school the other schools tell first."""
    if writer.side != "unknown":
        return
    told = [group for group in groups if group.side != "unknown" and (not group.is_office or writer.is_office)]
    schools = {group.side for group in told if _SCHOOL.search(group.name)}
    sides = schools if schools and kind != "notice" and _SCHOOL.search(writer.name) else {group.side for group in told}
    if len(sides) == 1:
        writer.gives += HINT * ("recipient" in sides)
        writer.takes += HINT * ("supporter" in sides)
        writer.acts = True


def _leads(group: Standing, writer: Standing | None) -> bool:
    """The writer's own authority, which is thanked for its support and neither pays nor sends."""
    if writer is None or group is writer or not group.governs or group.pays or group.paired:
        return False
    place = place_of(group.name)
    return bool(place) and writer.name.startswith(place) and not writer.governs


def _governs_helped(group: Standing, groups: Sequence[Standing]) -> bool:
    """The authority of the schools that are helped, which supports the help of others and neither pays nor sends."""
    if not group.governs or group.side != "supporter" or group.pays or group.paired:
        return False
    place = place_of(group.name)
    return bool(place) and any(other.side == "recipient" and not other.is_office and other.name.startswith(place) for other in groups)


def _is_party(group: Standing, groups: Sequence[Standing], writer: Standing | None, kind: Kind) -> bool:
    """An authority is a party where it pays, sends or is helped; in its own paper only beside the authority that it is paired with."""
    if not (group.acts or group.gives or group.paired) and all(other.side != "supporter" for other in groups):
        return False
    if not group.is_office:
        return True
    if group.name.endswith(("财政", "财政局")):
        return False
    if _leads(group, writer) or _governs_helped(group, groups):
        return False
    if group.is_nameless:
        by_authority = kind == "notice" or (writer is not None and writer.governs)
        others = any(other is not group and not other.is_office and other.side != "unknown" for other in groups)
        return group.pays and group.gives > 0 and others and not by_authority
    if group is writer and group.governs and not (kind == "notice" and group.pays and group.gives):
        return (group.paired or kind not in ("plan", "notice")) and any(
            other is not group and other.governs and not other.is_nameless and other.acts and other.side not in ("unknown", group.side)
            for other in groups
        )
    return group.acts
