//! The words that lead from screen to screen: tabs, titles, links, what is kept.

words! {
    Screens = "Screens";
    TabHome = "First question";
    TabPerson = "One person";
    TabTitrate = "You titrate";
    TabCohort = "Cohort";
    TabCompare = "Compare";
    TabModel = "Model card";
    ShortPerson = "Person";
    ShortTitrate = "Titrate";
    TitleHome = "Titrarium: who gets better, who gets hurt, and what the rule has to do with it";
    TitlePerson = "One person \u{b7} Titrarium";
    TitleTitrate = "You titrate \u{b7} Titrarium";
    TitleCohort = "A cohort \u{b7} Titrarium";
    TitleCompare = "Compare protocols \u{b7} Titrarium";
    TitleModel = "Model card \u{b7} Titrarium";
    TitleRule = "Edit the rule \u{b7} Titrarium";
    TitleWatch = "Edit the monitoring \u{b7} Titrarium";
    OtherQuestions = "Or start from another question";
    Share = "Share";
    ShareTitle = "A link to what you see";
    ShareLead = "The link holds the scenario, what you changed, the seed and the number of people. Whoever opens it sees the same people with the same luck.";
    ShareLink = "Link";
    ShareLong = "Your own text makes this link long; some programs cut long links. The file is surer.";
    ShareCode = "The same link as a code for a camera";
    Copy = "Copy the link";
    Copied = "Copied.";
    CopyByHand = "This browser does not let a page copy. Select the link and copy it.";
    ReadChart = "Read the chart point by point";
    SavePng = "Picture (PNG)";
    CopyNumbers = "Copy the numbers";
    CopyData = "Copy the link to these data";
    NotCopied = "Not copied";
    Close = "Close";
    StartFresh = "Start fresh";
    LinkTitle = "Some of this link was left out";
    LinkMend = "Everything else is as the link says. The first view is one click on the name of the page away.";
    Loading = "Loading this screen\u{2026}";
}
