//! The other pictures of a cohort: how it ended, the doses, the exposure, and the groups in a table.

use std::rc::Rc;

use yew::AttrValue;
use yew::Html;
use yew::Properties;
use yew::component;
use yew::html;
use yew::use_state;

use super::Shown;
use crate::app::cohort::GroupRow;
use crate::app::view::array;
use crate::app::view::frame;
use crate::app::view::frame::Frame;
use crate::app::view::segments::Segments;
use crate::app::view::segments::segments;
use crate::app::view::spans::coloured;
use crate::chart::array::FATES;
use crate::chart::array::Order;
use crate::chart::array::icon_array;
use crate::chart::people;
use crate::chart::plot::Width;
use crate::chart::scatter;
use crate::chart::scatter::Scatter;
use crate::chart::stack;
use crate::chart::stack::Stack;
use crate::endpoint::Fate;
use crate::report::number;
use crate::report::table::Cell;
use crate::report::table::Table;
use crate::tally::Estimate;
use crate::tally::Middle;
use crate::tally::SHOWN;
use crate::words::cohort;
use crate::words::cohort::Word;
use crate::words::compare;
use crate::words::group;
use crate::words::page::Word as Page;
use crate::words::sentence;

/// The cohort as it is shown.
#[derive(Clone, Debug, PartialEq, Properties)]
pub(super) struct Props {
    pub shown: Shown,
}

/// The array of the first hundred.
#[component]
pub(super) fn Ends(props: &Props) -> Html {
    let scattered = use_state(|| 0);
    let shown = &props.shown;
    let cohort = &shown.cohort.0;
    let members = cohort.chosen(shown.filter, shown.here);
    let fates = cohort.fates(&members, SHOWN);
    let count = |has: fn(Fate) -> bool| fates.iter().filter(|fate| has(**fate)).count();
    let counts = [count(Fate::is_better), count(Fate::is_severe), count(Fate::is_left)];
    let order = if *scattered == 1 { Order::Scattered } else { Order::Grouped };
    let svg = AttrValue::from(icon_array(&fates, order, shown.slot));
    let name = &cohort.protocol.arms[cohort.arm].name;
    let alt = sentence::array_alt(name, counts[0], counts[1], counts[2], fates.len());
    let on_choose = {
        let scattered = scattered.clone();
        yew::Callback::from(move |i: usize| scattered.set(i))
    };
    let above = segments(&Segments {
        name: "cohort-order",
        legend: Page::Layout.en(),
        choices: &[Page::Grouped.en(), Page::Scattered.en()],
        chosen: *scattered,
        changed: false,
        on_choose,
    });
    let caption = sentence::table_caption(fates.len() as u64, shown.seed);
    let words = people::Words {
        caption: &caption,
        ending: compare::Word::Ending.en(),
        endings: FATES.map(compare::ending),
    };
    let arm = people::Arm { slot: shown.slot, name, fates: &fates };
    let chart = Rc::new(people::people(&[arm], order, words));
    let sentence = coloured(cohort::array(cohort.arm, counts, fates.len()), &shown.slots);
    html! {
        <div class="ends">
            <Frame name="ends" title={Word::ArrayTitle.en()} {sentence} wide={chart.clone()} narrow={chart}
                {above} picture={html! { <div role="img" aria-label={alt}>{ Html::from_html_unchecked(svg) }</div> }}
                below={array::key()} note={cohort::array_note(members.len(), shown.seed)} />
        </div>
    }
}

/// The doses by week.
#[component]
pub(super) fn Doses(props: &Props) -> Html {
    let shown = &props.shown;
    let cohort = &shown.cohort.0;
    let members = cohort.chosen(shown.filter, shown.here);
    let weeks = cohort.rungs(&members);
    let mut names: Vec<String> =
        cohort.protocol.ladder.0.iter().map(|dose| format!("{} au", dose.get())).collect();
    names.push(Word::Gone.en().to_owned());
    let caption = sentence::table_caption(members.len() as u64, shown.seed);
    let stack = Stack {
        slot: shown.slot,
        weeks: &weeks,
        names: &names,
        week: Word::Week.en(),
        caption: &caption,
    };
    let last = weeks.last().cloned().unwrap_or_default();
    let share = |place: usize| {
        let count = last.get(place).copied().unwrap_or(0);
        Estimate::share(count, members.len() as u64)
    };
    let gone = last.len().saturating_sub(1);
    let busiest = (0..gone).max_by_key(|place| last[*place]).unwrap_or(0);
    let sentence =
        cohort::doses(cohort.arm, &names[busiest], share(busiest), share(gone), cohort.weeks());
    html! {
        <Frame name="doses" title={Word::DosesTitle.en()} sentence={coloured(sentence, &shown.slots)}
            wide={Rc::new(stack::stack(&stack, Width::Wide))} narrow={Rc::new(stack::stack(&stack, Width::Narrow))}
            note={cohort::doses_note(members.len(), shown.seed)} />
    }
}

/// Exposure against weight; nothing without drug.
#[component]
pub(super) fn Exposure(props: &Props) -> Html {
    let shown = &props.shown;
    let cohort = &shown.cohort.0;
    let members = cohort.chosen(shown.filter, shown.here);
    let people = cohort.exposures(&members);
    let Some(thirds) = Middle::thirds(&people) else { return html! {} };
    let caption = sentence::table_caption(people.len() as u64, shown.seed);
    let chart = Rc::new(scatter::scatter(&Scatter {
        slot: shown.slot,
        people: &people,
        axes: (Word::ExposureAcross.en(), Word::ExposureUp.en()),
        caption: &caption,
    }));
    let note = cohort::exposure_note(people.len().min(scatter::MOST), members.len(), shown.seed);
    html! {
        <Frame name="exposure" title={Word::ExposureTitle.en()}
            sentence={coloured(cohort::exposure(cohort.arm, &thirds), &shown.slots)}
            wide={chart.clone()} narrow={chart} {note} below={thirds_table(&thirds, shown.seed)} />
    }
}

/// The middle exposures of the thirds, each with its interval.
fn thirds_table(thirds: &[Middle; 3], seed: u64) -> Html {
    let row = |(name, third): (Word, &Middle)| {
        let (least, most) = third.weights;
        vec![
            Cell::Text(name.en().to_owned()),
            Cell::Text(cohort::weights(least, most)),
            Cell::Count(third.n),
            Cell::Number(third.median, 1),
            third
                .interval
                .map_or(Cell::Missing, |(low, high)| Cell::Text(cohort::range(low, high))),
        ]
    };
    let columns = [
        Word::ColumnThird,
        Word::ColumnWeights,
        Word::ColumnPeople,
        Word::ColumnMiddle,
        Word::ColumnInterval,
    ];
    let table = Table {
        caption: cohort::thirds_caption(thirds.iter().map(|third| third.n).sum(), seed),
        columns: columns.map(|word| word.en().to_owned()).to_vec(),
        rows: Word::THIRDS.into_iter().zip(thirds).map(row).collect(),
    };
    html! {
        <div class="table-box" tabindex="0" role="region" aria-label={Word::ThirdsTitle.en()}>
            { frame::table(&table) }
        </div>
    }
}

/// The table of groups.
#[component]
pub(super) fn Subgroups(props: &Props) -> Html {
    let shown = &props.shown;
    let cohort = &shown.cohort.0;
    let members = cohort.chosen(shown.filter, shown.here);
    let share = |estimate: Option<Estimate>| {
        estimate.map_or(Cell::Missing, |e| Cell::Text(number::with_error(e, 100.0, 1)))
    };
    let row = |row: GroupRow| {
        let groups = cohort.groups(row.by);
        let heading = group::heading(groups.by).trim_start_matches("By ");
        let name = group::name(groups, &cohort.protocol, row.group);
        vec![
            Cell::Text(format!("{heading}: {name}")),
            Cell::Count(row.n),
            share(row.better),
            share(row.severe),
        ]
    };
    let columns = [Word::ColumnGroup, Word::ColumnPeople, Word::ColumnBetter, Word::ColumnSevere];
    let table = Table {
        caption: cohort::table_caption(members.len(), shown.seed),
        columns: columns.map(|word| word.en().to_owned()).to_vec(),
        rows: cohort.table(&members).into_iter().map(row).collect(),
    };
    html! {
        <section class="panel" aria-labelledby="groups-title">
            <h2 id="groups-title">{ Word::TableTitle.en() }</h2>
            <p class="sentence">{ Word::TableLead.en() }</p>
            <div class="table-box" tabindex="0" role="region" aria-label={Word::TableTitle.en()}>
                { frame::table(&table) }
            </div>
        </section>
    }
}
