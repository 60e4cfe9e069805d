//! The words of preferences and of the key map.

words! {
    Preferences = "Preferences";
    Theme = "Theme";
    AsDevice = "As the device";
    Light = "Light";
    Dark = "Dark";
    Projector = "Projector";
    TextSize = "Size of text";
    Usual = "Usual";
    Larger = "Larger";
    Largest = "Largest";
    NoRoom = "This window is too narrow for larger text; the browser can still enlarge the page.";
    Motion = "Motion";
    Still = "Still";
    Moving = "Moving";
    DecimalSign = "Decimal sign";
    Point = "1,000.5";
    Comma = "1\u{a0}000,5";
    Keys = "Keys";
    KeysTitle = "What keys do";
    KeysLead = "A key means one thing wherever you are. Letters and digits do nothing while you type.";
    SingleKeys = "Letters and digits";
    On = "On";
    Off = "Off";
    Close = "Close";
    ColumnKey = "Key";
    ColumnDoes = "What it does";
    DoesUndo = "take the last step back";
    DoesRedo = "do it again";
    DoesHelp = "show these keys";
    DoesHome = "the first question";
    DoesPerson = "one person";
    DoesTitrate = "you titrate";
    DoesCohort = "a cohort";
    DoesCompare = "compare protocols";
    DoesSeed = "new people: another seed";
    DoesRestore = "back to the scenario";
    DoesProjector = "projector theme, and back";
    DoesTable = "all charts as tables, and back";
    DoesStep = "One person: visit before, next visit";
    DoesDecision = "One person: next decision";
    DoesRead = "on a chart: read it point by point";
    DoesClose = "close what is open";
}
