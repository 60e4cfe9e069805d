//! The rule in one sentence, its parts to change.

use yew::Html;
use yew::html;

use super::Shown;
use super::number;
use super::pick::Look;
use super::pick::State;
use super::pick::pick;
use crate::app::rule::cell::Column;
use crate::app::rule::choice::Choice;
use crate::app::rule::diff::Mark;
use crate::app::rule::edit;
use crate::app::rule::edit::Edit;
use crate::app::rule::number::Place;
use crate::app::rule::sentence;
use crate::app::rule::sentence::Piece;
use crate::protocol::titration::DecisionTable;
use crate::protocol::titration::rule::Kind;
use crate::words::edit::Word;

pub(super) fn sentence(shown: &Shown) -> Html {
    let table = shown.arm.titration.rule.as_table();
    let ladder = &shown.props.protocol.ladder;
    let original = &shown.props.base.arms[shown.props.arm].titration;
    let now = &shown.arm.titration;
    let edit = shown.edit();
    let part = |choice: Choice<Edit>, same: bool| {
        pick(choice, Look::Part, if same { State::AsIs } else { State::Changed }, &edit)
    };
    let [lowest, highest] = edit::limits(now, ladder);
    // A part that turned a rule into a table is marked itself.
    let same_kind = now.rule.kind() == original.rule.kind() || now.rule.kind() == Kind::Table;
    html! {
        <section class="panel rule-sentence" aria-labelledby="sentence-title">
            <h2 id="sentence-title">{ Word::Sentence.en() }</h2>
            <p class="kind">{ Word::Kind.en() }{ ": " }{ part(edit::kinds(now, ladder), same_kind) }</p>
            <p class="parts">
                { for sentence::sentence(&table).iter().map(|piece| self::piece(shown, &table, piece)) }
                { " " }{ Word::LimitsLead.en() }{ part(lowest, now.lowest == original.lowest) }
                { Word::LimitsAnd.en() }{ part(highest, now.highest == original.highest) }{ "." }
            </p>
            <p class="note">{ Word::KindNote.en() }</p>
        </section>
    }
}

fn piece(shown: &Shown, table: &DecisionTable, piece: &Piece) -> Html {
    let (place, state) = match piece {
        Piece::Words(words) => return html! { <>{ words.clone() }</> },
        Piece::Start(at, column) => {
            (Place::Start(*at, *column), state(shown.diff.starts.get(*at), column))
        }
        Piece::Cell(at, column) => {
            (Place::Row(*at, *column), state(shown.diff.rows.get(*at), column))
        }
        Piece::Wait(at) => {
            let state = state(shown.diff.rows.get(*at), &Column::Sessions);
            let place = Place::Row(*at, Column::Sessions);
            let field = |it| number::field(shown, table, place, it, (Look::Part, state));
            return Place::wait(table, *at).map_or_else(Html::default, field);
        }
    };
    number::cell(shown, table, place, (Look::Part, state))
}

/// Whether a cell is another than in the scenario, or in a row that was not there.
fn state<C: PartialEq>(mark: Option<&Mark<C>>, column: &C) -> State {
    let changed = mark.is_some_and(|mark| mark.has(column) || *mark == Mark::New);
    if changed { State::Changed } else { State::AsIs }
}
