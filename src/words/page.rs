//! The words of the page that hold no number, in one table.

words! {
    Brand = "Titrarium";
    Badge = "Invented units. Not a drug, not advice.";
    Skip = "Skip to the result";
    Undo = "Undo";
    Redo = "Redo";
    NewSeed = "New seed";
    Menu = "Menu";
    Notices = "Licences and notices";
    Device = "How fast is this device?";
    ChangeOne = "Change one thing";
    EachTry = "Severe events of 100 people. Each dose you try leaves a mark here.";
    More = "More to change";
    Grip = "Height of the controls";
    Lowest = "lowest";
    Half = "half";
    Full = "full";
    People = "People";
    PeopleUnit = "people";
    Seed = "Seed";
    Severity = "How severe they are";
    Prior = "Treated before";
    AsScenario = "As in the file";
    Milder = "Milder";
    HarderSeverity = "Severe";
    Newer = "Mostly not";
    HarderPrior = "Mostly in vain";
    WeightSpread = "Spread of weights";
    Restore = "Back to the scenario";
    Reset = "Back to the scenario\u{2019}s value";
    Less = "Less";
    Greater = "More";
    SideBySide = "Side by side";
    Left = "Left";
    Right = "Right";
    Grouped = "Grouped";
    Scattered = "Scattered";
    Layout = "How people are laid out";
    KeyBetter = "better";
    KeyBetterSevere = "better, severe event";
    KeySevere = "severe event";
    KeyNeither = "neither";
    KeyLeft = "left early";
    CourseTitle = "How do scores run over the weeks?";
    DoseTitle = "What does more dose buy?";
    Table = "Table";
    Export = "Save";
    SaveSvg = "Picture (SVG)";
    SaveCsv = "Numbers (CSV)";
    Cancel = "Cancel";
    Until = "Run until \u{b1} 1 point";
    CarryOn = "Carry on";
    RunAgain = "Run again";
    OutcomesTitle = "All outcomes";
    OutcomesLead = "Every number with one Monte Carlo standard error. Differences are of the same people with the same luck, so their errors are smaller than those of the arms.";
    ColumnOutcome = "Outcome";
    ColumnUnit = "Unit";
    Scenario = "Scenario";
    OwnText = "Your own text";
    ScenarioTitle = "The scenario as text";
    ScenarioLead = "The page begins with this file. Copy it, change it, run it; the command line reads the same file.";
    ScenarioLabel = "Scenario file";
    RunText = "Check and run";
    SaveText = "Save as a file";
    OpenText = "Open a file";
    LibraryText = "Back to the library\u{2019}s text";
    NoFaults = "No fault found.";
    PatchNotInText = "What you changed with the controls above is not in this text. Running the text takes those changes back; Undo brings them again.";
    NoReader = "The part that reads scenario files did not load. Check the connection and try again.";
    TextUnsaved = "Changed, not run yet.";
    ScoreAxis = "Score, lower is better";
    Week = "week";
    DosePath = "Dose, au";
    UpperEdge = "9 in 10 are below";
    LowerEdge = "1 in 10 is below";
    ColumnN = "people seen";
    Share10 = "1 in 10 is at or below";
    Share25 = "1 in 4";
    Share50 = "the middle person";
    Share75 = "3 in 4";
    Share90 = "9 in 10";
    OfHundred = "Of 100 people";
    Placebo = "placebo";
    Au = "au";
    EndBetter = "got better";
    EndSevere = "severe event";
    ShortSevere = "severe";
    ColumnArm = "Arm";
    ColumnDose = "Dose, au";
    ColumnBetter = "Got better, %";
    ColumnBetterError = "its error";
    ColumnSevere = "Severe event, %";
    ColumnSevereError = "error of it";
    ColumnPeople = "People";
    GotBetter = "Got better";
    SevereEvent = "Severe event";
    LeftEarlyRow = "Left early";
    Simulating = "Simulating";
    NoWorkers = "This browser cannot run work in the background";
    NoSimd = "This browser lacks WebAssembly SIMD";
    EngineMissing = "The engine did not load";
    WorkerMissing = "The background workers did not start";
    KeepsFailing = "The last run did not finish";
    TooFew = "Hardly anybody is admitted";
    ReaderMissing = "The scenario did not load";
    Refused = "This change does not fit the scenario";
    MendBrowser = "Try a current Firefox, Chrome or Edge, or Safari 17.5 or later. The picture is a finished example.";
    MendReload = "Check the connection and reload the page. The picture is a finished example.";
    MendServe = "Reload the page; if it was opened from a file, serve the folder instead. The picture is a finished example.";
    MendAgain = "Your settings are kept. The picture is from the run before. Run again, or take the last change back.";
    MendScreening = "Lower the score threshold or widen the population. The picture is from the run before.";
    MendPick = "Check the connection and pick it again. Your settings are kept; the picture is of the scenario before.";
    MendValue = "Nothing was changed. Take another value.";
    FooterUnits = "Doses are in arbitrary units (au). No number here stands for a real amount, and nothing here predicts a drug or a person.";
    FooterPrivacy = "It runs in your browser; nothing leaves your computer.";
}

impl Word {
    /// The shares of people below the lines of the course chart.
    pub const SHARES: [Self; 5] =
        [Self::Share10, Self::Share25, Self::Share50, Self::Share75, Self::Share90];

    /// The columns behind the dose chart.
    pub const DOSE_COLUMNS: [Self; 7] = [
        Self::ColumnArm,
        Self::ColumnDose,
        Self::ColumnBetter,
        Self::ColumnBetterError,
        Self::ColumnSevere,
        Self::ColumnSevereError,
        Self::ColumnPeople,
    ];
}
