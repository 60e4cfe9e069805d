//! The story of one person: headings and sums around the decision log.

use std::fmt;

/// A line of the story that is no entry of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line<'a> {
    /// Who is told about, under which arm.
    Candidate {
        /// Number in the pool.
        number: u64,
        /// The seed.
        seed: u64,
        /// The arm.
        arm: &'a str,
        /// How it finds its dose.
        rule: &'a str,
    },
    /// Heading over the person.
    Who,
    /// The score at screening.
    ScreeningScore {
        /// The score.
        score: u8,
    },
    /// What nobody in a study could know.
    Beneath(&'a str),
    /// Somebody is not enrolled, and why.
    NotEnrolled(&'a str),
    /// Heading over the decision log.
    SeenAndDecided,
    /// Heading over what nobody saw.
    HappenedBeneath,
    /// A latent score.
    LatentScore {
        /// The week.
        week: usize,
        /// The score.
        score: &'a str,
    },
    /// Misuse began.
    MisuseBegan,
    /// Heading over the sums of a person.
    InTheEnd,
    /// A person's sessions.
    Sessions {
        /// Given.
        given: u16,
        /// Missed.
        missed: u16,
        /// Lost to blood pressure.
        lost: u16,
    },
    /// A person's severe events.
    Severe {
        /// True ones.
        happened: u16,
        /// Noticed ones.
        noticed: u16,
    },
    /// What it took.
    Burden {
        /// Hours.
        hours: &'a str,
        /// Cost, invented units.
        cost: &'a str,
    },
    /// A person's utility.
    UtilityOfOne {
        /// The utility.
        utility: &'a str,
    },
    /// The guard rail.
    Invented,
    /// The next candidate who is enrolled.
    NextEnrolled {
        /// Number in the pool.
        number: u64,
    },
}

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Candidate { number, seed, arm, rule } => {
                write!(f, "Candidate {number}, seed {seed}, under \"{arm}\" ({rule})")
            }
            Self::Who => write!(f, "THE PERSON"),
            Self::ScreeningScore { score } => write!(f, "score at screening {score}"),
            Self::Beneath(words) => write!(f, "what nobody in the study knows: {words}"),
            Self::NotEnrolled(why) => write!(f, "Not enrolled: {why}."),
            Self::SeenAndDecided => write!(f, "WHAT WAS SEEN AND DECIDED"),
            Self::HappenedBeneath => write!(f, "WHAT HAPPENED BENEATH, seen by nobody"),
            Self::LatentScore { week: 0, score } => write!(f, "true score at the start {score}"),
            Self::LatentScore { week, score } => write!(f, "week {week} {score}"),
            Self::MisuseBegan => write!(f, "misuse begins"),
            Self::InTheEnd => write!(f, "IN THE END"),
            Self::Sessions { given, missed, lost } => {
                write!(f, "sessions: {given} given, {missed} missed, {lost} lost")
            }
            Self::Severe { happened, noticed } => {
                write!(f, "severe events: {happened} happened, {noticed} noticed")
            }
            Self::Burden { hours, cost } => {
                write!(f, "{hours} hours, cost {cost} in invented units")
            }
            Self::UtilityOfOne { utility } => {
                write!(f, "utility {utility}, by the weights of the scenario")
            }
            Self::Invented => write!(f, "invented units: not a drug, not advice"),
            Self::NextEnrolled { number } => {
                write!(f, "The next candidate who is enrolled is number {number}.")
            }
        }
    }
}
