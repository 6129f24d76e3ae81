<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>tokentrail::admin::Words</name>
    <message numerus="yes">
        <source>The service asks to wait %n second(s)</source>
        <translation>
            <numerusform>The service asks to wait %n second</numerusform>
            <numerusform>The service asks to wait %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete the role collection “%1”; %n user(s) lose it.</source>
        <translation>
            <numerusform>Delete the role collection “%1”; %n user loses it.</numerusform>
            <numerusform>Delete the role collection “%1”; %n users lose it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokentrail::cap::XsSecurityMember</name>
    <message numerus="yes">
        <source>at most %n character(s)</source>
        <translation>
            <numerusform>at most %n character</numerusform>
            <numerusform>at most %n characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %n entry(s)</source>
        <translation>
            <numerusform>at most %n entry</numerusform>
            <numerusform>at most %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokentrail::console::Console</name>
    <message numerus="yes">
        <source>SANDBOX · subaccount dev · %n fault(s) on purpose</source>
        <translation>
            <numerusform>SANDBOX · subaccount dev · %n fault on purpose</numerusform>
            <numerusform>SANDBOX · subaccount dev · %n faults on purpose</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokentrail::console::KeysDesk</name>
    <message numerus="yes">
        <source>%n thing(s) had to be mended; the key tells.</source>
        <translation>
            <numerusform>%n thing had to be mended; the key tells.</numerusform>
            <numerusform>%n things had to be mended; the key tells.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) hold this key.</source>
        <translation>
            <numerusform>%n file holds this key.</numerusform>
            <numerusform>%n files hold this key.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> … (%n characters)</source>
        <translation>
            <numerusform> … (%n character)</numerusform>
            <numerusform> … (%n characters)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokentrail::console::ProjectOwnCds</name>
    <message numerus="yes">
        <source>cds env of the project differs in %n value(s).</source>
        <translation>
            <numerusform>cds env of the project differs in one value.</numerusform>
            <numerusform>cds env of the project differs in %n values.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokentrail::console::RolesDesk</name>
    <message numerus="yes">
        <source>%n change(s) done. Who is logged in already has them after the next login.</source>
        <translation>
            <numerusform>%n change done. Who is logged in already has it after the next login.</numerusform>
            <numerusform>%n changes done. Who is logged in already has them after the next login.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) done, %1 left in the plan: Apply goes on.</source>
        <translation>
            <numerusform>%n change done, %1 left in the plan: Apply goes on.</numerusform>
            <numerusform>%n changes done, %1 left in the plan: Apply goes on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokentrail::console::UsersDesk</name>
    <message numerus="yes">
        <source>%n role collection(s) made in the sandbox.</source>
        <translation>
            <numerusform>%n role collection made in the sandbox.</numerusform>
            <numerusform>%n role collections made in the sandbox.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::CallPage</name>
    <message numerus="yes">
        <source>%n hop(s) seen</source>
        <translation>
            <numerusform>%n hop seen</numerusform>
            <numerusform>%n hops seen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expected hop(s) did not come</source>
        <translation>
            <numerusform>%n expected hop did not come</numerusform>
            <numerusform>%n expected hops did not come</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::DescriptorEntry</name>
    <message numerus="yes">
        <source>%n member(s) that this form does not know stay as they are: %1.</source>
        <translation>
            <numerusform>%n member that this form does not know stays as it is: %1.</numerusform>
            <numerusform>%n members that this form does not know stay as they are: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::DescriptorForm</name>
    <message numerus="yes">
        <source>Removed. %n reference(s) to it stay, and are told as problems.</source>
        <translation>
            <numerusform>Removed. %n reference to it stays, and is told as a problem.</numerusform>
            <numerusform>Removed. %n references to it stay, and are told as problems.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::DescriptorNameField</name>
    <message numerus="yes">
        <source>%1 is now %2, also where it is referred to: in %n place(s). One undo takes all of it back.</source>
        <translation>
            <numerusform>%1 is now %2, also where it is referred to: in %n place. One undo takes all of it back.</numerusform>
            <numerusform>%1 is now %2, also where it is referred to: in %n places. One undo takes all of it back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::DescriptorNumberField</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::LargeTextView</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::MainWindow</name>
    <message numerus="yes">
        <source>Copied. The clipboard is cleared in %n second(s).</source>
        <translation>
            <numerusform>Copied. The clipboard is cleared in %n second.</numerusform>
            <numerusform>Copied. The clipboard is cleared in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::MeasureDialog</name>
    <message numerus="yes">
        <source>Send %n reading request(s)</source>
        <translation>
            <numerusform>Send one reading request</numerusform>
            <numerusform>Send %n reading requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::SandboxPage</name>
    <message numerus="yes">
        <source>%n fault(s) in force: calls fail on purpose.</source>
        <translation>
            <numerusform>%n fault in force: calls fail on purpose.</numerusform>
            <numerusform>%n faults in force: calls fail on purpose.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::TokenHistoryModel</name>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::TokenPane</name>
    <message numerus="yes">
        <source>%n claim(s) differ from the token of hop %1.</source>
        <translation>
            <numerusform>%n claim differs from the token of hop %1.</numerusform>
            <numerusform>%n claims differ from the token of hop %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::TokensPage</name>
    <message numerus="yes">
        <source>%n claim(s) differ from %1.</source>
        <translation>
            <numerusform>%n claim differs from %1.</numerusform>
            <numerusform>%n claims differ from %1.</numerusform>
        </translation>
    </message>
</context>
</TS>
