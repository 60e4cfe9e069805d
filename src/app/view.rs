//! The page as components, one a file. The only room that knows yew; everything it shows is computed below.

pub mod array;
pub mod browser;
pub mod control;
pub mod counts;
pub mod dose;
pub mod drawn;
#[cfg(feature = "screens")]
pub mod figures;
#[cfg(feature = "screens")]
pub mod frame;
pub mod header;
pub mod home;
pub mod icon;
pub mod library;
pub mod notice;
#[cfg(feature = "screens")]
pub mod outcomes;
pub mod root;
pub mod runbar;
#[cfg(feature = "screens")]
pub mod scenario;
pub mod segments;
pub mod settings;
pub mod share;
pub mod spans;
