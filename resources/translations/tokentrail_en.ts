<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>tokentrail::ui::CallPage</name>
    <message numerus="yes">
        <source>%n hop(s) seen</source>
        <translation>
            <numerusform>%n hop seen</numerusform><numerusform>%n hops seen</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n expected hop(s) did not come</source>
        <translation>
            <numerusform>%n expected hop did not come</numerusform><numerusform>%n expected hops did not come</numerusform></translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::TokenHistoryModel</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform><numerusform>%n bytes</numerusform></translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::TokenPane</name>
    <message numerus="yes">
        <source>%n claim(s) differ from the token of hop %1.</source>
        <translation>
            <numerusform>%n claim differs from the token of hop %1.</numerusform><numerusform>%n claims differ from the token of hop %1.</numerusform></translation>
    </message>
</context>
</TS>
