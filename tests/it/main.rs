//! Integration tests, one binary.

mod cli; // the built program: arguments, files, exit status
#[cfg(feature = "page")]
mod colour; // arms are told apart by whoever sees
#[cfg(feature = "screens")]
mod editor; // the editor of rules
mod elementary; // exp, ln and their kin against exact values
mod estimand; // what is true, by each question
mod exact; // closed-form answers of the model, section 13
mod expected; // the tables of an independent implementation
mod golden; // pinned numbers
mod hand; // a human in the rule's place
mod law;
#[cfg(feature = "screens")]
mod link; // links of the page, whole and damaged
mod luck; // how often properties are tried
#[cfg(feature = "screens")]
mod parts; // random parts of an arm, as values
mod random; // random valid scenarios, as text
mod records; // people day by day, of an independent implementation
mod rule; // titration rules against the text of the model
mod scenario; // scenario files and their faults
mod stream; // the keyed hash as a source of randomness
mod study; // small studies that the tests share
mod tidy;
mod watching; // what was noticed, late or for nothing // who may use whom
