//! The page as components, one a file. The only room that knows yew; everything it shows is computed below.

pub mod array;
pub mod browser;
pub mod control;
pub mod dose;
pub mod drawn;
pub mod figures;
pub mod frame;
pub mod header;
pub mod home;
pub mod icon;
pub mod library;
pub mod notice;
pub mod outcomes;
pub mod root;
pub mod runbar;
pub mod scenario;
pub mod segments;
pub mod settings;
pub mod spans;
