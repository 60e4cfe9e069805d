//! The rule as a decision table: start rows, rows, and what holds when none matches. On a phone a row is a card.

use web_sys::KeyboardEvent;
use yew::AttrValue;
use yew::Callback;
use yew::Html;
use yew::classes;
use yew::html;

use super::Columns;
use super::Message;
use super::Shown;
use super::number;
use super::pick::Look;
use super::pick::State;
use crate::app::rule::cell::Column;
use crate::app::rule::cell::StartColumn;
use crate::app::rule::diff::Mark;
use crate::app::rule::edit::Edit;
use crate::app::rule::number::Place;
use crate::app::rule::people::SHOWN;
use crate::app::rule::reach;
use crate::app::rule::reach::Bounds;
use crate::app::rule::reach::Never;
use crate::app::view::control::dot;
use crate::app::view::icon::Icon;
use crate::app::view::icon::icon;
use crate::protocol::titration::DecisionTable;
use crate::words::edit as words;
use crate::words::edit::Word;

/// A table with what is known of its rows.
struct Rows<'a> {
    shown: &'a Shown<'a>,
    table: DecisionTable,
    columns: Vec<Column>,
    never: Vec<Option<Never>>,
    start_never: Vec<Option<Never>>,
    /// Whether anything is left when no row has matched.
    otherwise: bool,
}

pub(super) fn table(shown: &Shown) -> Html {
    let table = shown.arm.titration.rule.as_table();
    let bounds = Bounds {
        doses: (shown.arm.titration.lowest, shown.arm.titration.highest),
        ..Bounds::of(&shown.props.protocol, shown.props.arm)
    };
    let (never, otherwise) = reach::reach(&table.rows, bounds);
    let used = |column: &Column| {
        column.is_usual()
            || shown.columns == Columns::All
            || table.rows.iter().any(|row| !column.is_any(row))
    };
    let columns = Column::ALL.into_iter().filter(used).collect();
    let start_never = reach::start_reach(&table.start);
    let rows = Rows { shown, table, columns, never, start_never, otherwise };
    html! {
        <section class="panel rule-table" aria-labelledby="table-title">
            <div class="table-head">
                <h2 id="table-title">{ Word::Table.en() }</h2>
                <p class="note">{ Word::FirstWins.en() }</p>
            </div>
            <div class="row-box" role="region" tabindex="0" aria-labelledby="table-title">
                <table role="table" class={classes!("rows", (shown.columns == Columns::All).then_some("all"))}>
                    { heads(&rows) }
                    <tbody role="rowgroup">
                        { for (0..rows.table.start.len()).map(|at| start_row(&rows, at)) }
                        { for (0..rows.table.rows.len()).map(|at| row(&rows, at)) }
                        { otherwise_row(&rows) }
                    </tbody>
                </table>
            </div>
            { buttons(&rows) }
            <p class="note">{ words::uses_note(SHOWN, shown.props.state.seed.0) }{ " " }{ words::KEYS }</p>
        </section>
    }
}

fn heads(rows: &Rows) -> Html {
    let head = |word: Word| html! { <th role="columnheader" scope="col">{ word.en() }</th> };
    html! {
        <thead role="rowgroup">
            <tr role="row">
                { head(Word::ColumnRow) }
                { for rows.columns.iter().map(|column| head(column.word())) }
                { head(Word::ColumnUses) }
                <th role="columnheader" scope="col"><span class="hidden">{ Word::ColumnMove.en() }</span></th>
            </tr>
        </thead>
    }
}

fn buttons(rows: &Rows) -> Html {
    let shown = rows.shown;
    let act = |edit: Edit| shown.link.callback(move |_| Message::Edit(edit.clone(), None));
    let button = |word: Word, edit: Edit| {
        html! { <button type="button" class="small" onclick={act(edit)}><span aria-hidden="true">{ "+\u{a0}" }</span>{ word.en() }</button> }
    };
    let dead: Vec<usize> = (0..rows.never.len()).filter(|at| rows.never[*at].is_some()).collect();
    let columns = match shown.columns {
        Columns::InUse => Word::MoreColumns,
        Columns::All => Word::FewerColumns,
    };
    html! {
        <div class="buttons">
            { button(Word::AddRow, Edit::AddRow) }
            { button(Word::AddStart, Edit::AddStart) }
            <button type="button" class="quiet" onclick={shown.link.callback(|_| Message::Columns)}>{ columns.en() }</button>
            if !dead.is_empty() {
                <button type="button" class="quiet last" onclick={act(Edit::DropRows(dead))}>{ Word::DropUnused.en() }</button>
            }
        </div>
    }
}

/// A cell with its heading, for the cards of a phone.
fn td(word: Word, inner: Html) -> Html {
    html! { <td role="cell" data-label={word.en()}>{ inner }</td> }
}

/// Whether a cell is another than in the scenario; of a row that was not there the number is marked instead.
fn state<C: PartialEq>(mark: Option<&Mark<C>>, column: &C) -> State {
    if mark.is_some_and(|mark| mark.has(column)) { State::Changed } else { State::AsIs }
}

fn marked<C>(mark: Option<&Mark<C>>) -> Html {
    let word = match mark {
        Some(Mark::New) => Word::New,
        Some(Mark::Moved(_)) => Word::Moved,
        _ => return html! {},
    };
    html! { <>{ dot(true) }<span class="hidden">{ word.en() }</span></> }
}

fn start_row(rows: &Rows, at: usize) -> Html {
    let shown = rows.shown;
    let (row, mark) = (rows.table.start[at], shown.diff.starts.get(at));
    let last = at + 1 == rows.table.start.len();
    let cell = |column: StartColumn, look: Look| {
        number::cell(shown, &rows.table, Place::Start(at, column), (look, state(mark, &column)))
    };
    let condition = |column: StartColumn, is_any: bool| {
        html! { <span class="pair"><span class="caption">{ column.word().en() }</span>{ cell(column, if is_any { Look::Any } else { Look::Cell }) }</span> }
    };
    let span = (rows.columns.len() - 1).to_string();
    html! {
        <tr role="row" key={format!("start{at}")} class={classes!("start", rows.start_never[at].is_some().then_some("never"))} onkeydown={keys(rows, at, Kind::Start)}>
            <th role="rowheader" scope="row">{ Word::Start.en() }{ marked(mark) }</th>
            <td role="cell" colspan={span} class="start-when">
                if last && row.fits_all() {
                    { Word::Everybody.en() }
                } else {
                    { condition(StartColumn::Baseline, row.baseline.is_any()) }
                    { condition(StartColumn::Prior, row.prior.is_none()) }
                }
            </td>
            { td(Word::ColumnThen, cell(StartColumn::Dose, Look::Strong)) }
            { uses(rows, rows.start_never[at].as_ref(), |uses| uses.starts.get(at)) }
            { moves(rows, at, Kind::Start) }
        </tr>
    }
}

fn row(rows: &Rows, at: usize) -> Html {
    let shown = rows.shown;
    let (row, mark) = (rows.table.rows[at], shown.diff.rows.get(at));
    let never = rows.never[at].as_ref();
    let cell = |column: &Column| {
        let look = match column {
            Column::Then => Look::Strong,
            column if column.is_any(&row) => Look::Any,
            _ => Look::Cell,
        };
        let place = Place::Row(at, *column);
        td(column.word(), number::cell(shown, &rows.table, place, (look, state(mark, column))))
    };
    html! {
        <tr role="row" key={format!("row{at}")} class={classes!(never.map(|_| "never"), (mark == Some(&Mark::New)).then_some("new"))} onkeydown={keys(rows, at, Kind::Row)}>
            <th role="rowheader" scope="row"><span class="card-only">{ Word::ColumnRow.en() }{ " " }</span>{ at + 1 }{ marked(mark) }</th>
            { for rows.columns.iter().map(cell) }
            { uses(rows, never, |uses| uses.rows.get(at)) }
            { moves(rows, at, Kind::Row) }
        </tr>
    }
}

fn otherwise_row(rows: &Rows) -> Html {
    let span = (rows.columns.len() - 1).to_string();
    let all: Vec<usize> = (0..rows.table.rows.len()).collect();
    let never = (!rows.otherwise).then_some(Never::Taken(all));
    html! {
        <tr role="row" key="else" class={classes!("start", never.as_ref().map(|_| "never"))}>
            <th role="rowheader" scope="row">{ Word::Else.en() }</th>
            <td role="cell" colspan={span}>{ Word::NoRowMatched.en() }</td>
            { td(Word::ColumnThen, html! { <b class="then">{ Word::Stay.en() }</b> }) }
            { uses(rows, never.as_ref(), |uses| Some(&uses.none)) }
            <td role="cell" class="moves"></td>
        </tr>
    }
}

/// How often a row was used, as a bar from zero; or why it never is.
fn uses(
    rows: &Rows,
    never: Option<&Never>,
    of: impl Fn(&crate::app::rule::uses::Uses) -> Option<&u64>,
) -> Html {
    if let Some(why) = never {
        let why = match why {
            Never::Taken(by) => words::taken(by),
            Never::NoDose => words::NO_DOSE.to_owned(),
            Never::NoWeek => words::NO_WEEK.to_owned(),
            Never::NoRoom => words::NO_ROOM.to_owned(),
            Never::Lowered => words::LOWERED.to_owned(),
        };
        return html! {
            <td role="cell" class="uses why" data-label={Word::ColumnUses.en()}>
                <span>{ icon(Icon::Warning) }{ Word::Never.en() }{ ": " }{ why }</span>
            </td>
        };
    }
    let found = rows.shown.found.uses.as_ref().filter(|_| rows.shown.faults.is_empty());
    let Some((n, most)) = found.and_then(|uses| Some((*of(uses)?, uses.most()))) else {
        return html! { <td role="cell" class="uses" data-label={Word::ColumnUses.en()}><span class="caption">{ Word::Counting.en() }</span></td> };
    };
    let share = (1000 * n).checked_div(most).map_or(0, |share| share.max(u64::from(n > 0) * 8));
    let bar = format!(
        r#"<svg class="use" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="fill" width="{share}" height="10"/></svg>"#
    );
    let said = if n == 0 { words::times(0) } else { n.to_string() };
    html! {
        <td role="cell" class="uses" data-label={Word::ColumnUses.en()}>
            <span class="used">{ Html::from_html_unchecked(AttrValue::from(bar)) }<span class={classes!("number", (n == 0).then_some("caption"))}>{ said }</span></span>
        </td>
    }
}

/// Which rows are moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Start,
    Row,
}

impl Kind {
    const fn up(self, at: usize) -> Edit {
        match self {
            Self::Start => Edit::StartUp(at),
            Self::Row => Edit::Up(at),
        }
    }

    const fn down(self, at: usize) -> Edit {
        match self {
            Self::Start => Edit::StartDown(at),
            Self::Row => Edit::Down(at),
        }
    }

    fn id(self, what: &str, at: usize) -> String {
        match self {
            Self::Start => format!("start-{what}-{at}"),
            Self::Row => format!("row-{what}-{at}"),
        }
    }
}

/// Whether a row can go one place up or down; the last start row fits everybody and stays last.
fn ways(rows: &Rows, at: usize, kind: Kind) -> (bool, bool) {
    match kind {
        Kind::Start => {
            let last = rows.table.start.len().saturating_sub(1);
            (at > 0 && at < last, at + 1 < last)
        }
        Kind::Row => (at > 0, at + 1 < rows.table.rows.len()),
    }
}

/// Alt with an arrow key moves the row; in a list or a field these keys are its own.
fn keys(rows: &Rows, at: usize, kind: Kind) -> Callback<KeyboardEvent> {
    let link = rows.shown.link.clone();
    let (up, down) = ways(rows, at, kind);
    Callback::from(move |event: KeyboardEvent| {
        let (edit, to) = match event.key().as_str() {
            "ArrowUp" if up => (kind.up(at), at - 1),
            "ArrowDown" if down => (kind.down(at), at + 1),
            _ => return,
        };
        if event.alt_key() && !super::super::browser::is_in_control(&event) {
            event.prevent_default();
            link.send_message(Message::Edit(edit, Some(kind.id("delete", to))));
        }
    })
}

/// The buttons that move and delete a row.
fn moves(rows: &Rows, at: usize, kind: Kind) -> Html {
    let (up, down) = ways(rows, at, kind);
    let name = match kind {
        Kind::Start => words::start_row(at),
        Kind::Row => words::row(at),
    };
    let count = match kind {
        Kind::Start => rows.table.start.len(),
        Kind::Row => rows.table.rows.len(),
    };
    if kind == Kind::Start && count == 1 {
        return html! { <td role="cell" class="moves"></td> };
    }
    let drop = match kind {
        Kind::Start => Edit::DropStart(at),
        Kind::Row => Edit::DropRow(at),
    };
    let next = kind.id("delete", at.min(count.saturating_sub(2)));
    let button = |word: Word, what: &str, glyph: Icon, can: bool, message: (Edit, String)| {
        let act = rows
            .shown
            .link
            .callback(move |_| Message::Edit(message.0.clone(), Some(message.1.clone())));
        html! {
            <button type="button" class="tool" id={kind.id(what, at)} aria-label={format!("{}, {}", name, word.en().to_lowercase())} title={word.en()}
                aria-disabled={(!can).then_some("true")} onclick={if can { act } else { Callback::noop() }}>{ icon(glyph) }</button>
        }
    };
    html! {
        <td role="cell" class="moves">
            <span>
            { button(Word::Up, "up", Icon::Up, up, (kind.up(at), kind.id("up", at.saturating_sub(1)))) }
            { button(Word::Down, "down", Icon::Open, down, (kind.down(at), kind.id("down", at + 1))) }
            { button(Word::Delete, "delete", Icon::Cross, true, (drop, next)) }
            </span>
        </td>
    }
}
