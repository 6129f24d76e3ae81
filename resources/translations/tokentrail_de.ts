<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>TokenLife</name>
    <message>
        <source>no end told</source>
        <translation>kein Ende genannt</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::CallConductor</name>
    <message>
        <source>“%1” is no URL: it should begin with http:// or https:// and name a host.</source>
        <translation>„%1“ ist keine URL: Sie beginnt mit http:// oder https:// und nennt einen Host.</translation>
    </message>
    <message>
        <source>“%1” is no path: %2</source>
        <translation>„%1“ ist kein Pfad: %2</translation>
    </message>
    <message>
        <source>No key of a Destination service is at hand, so “%1” cannot be looked up.</source>
        <translation>Es liegt kein Schlüssel eines Destination-Service vor, daher lässt sich „%1“ nicht nachschlagen.</translation>
    </message>
    <message>
        <source>%1 signs in with a password at the sandbox’s XSUAA and gets a token.</source>
        <translation>%1 meldet sich mit Passwort bei der XSUAA der Sandbox an und bekommt ein Token.</translation>
    </message>
    <message>
        <source>The application gets a token of its own with client credentials.</source>
        <translation>Die Anwendung holt sich mit Client-Credentials ein eigenes Token.</translation>
    </message>
    <message>
        <source>What the service asks of XSUAA, the Destination service, the proxy and the backend is recorded at each of them.</source>
        <translation>Was der Service bei XSUAA, Destination-Service, Proxy und Backend anfragt, wird dort jeweils aufgezeichnet.</translation>
    </message>
    <message>
        <source>No service key is at hand to sign %1 in with.</source>
        <translation>Es liegt kein Service-Key vor, um %1 anzumelden.</translation>
    </message>
    <message>
        <source>%1 signs in</source>
        <translation>%1 meldet sich an</translation>
    </message>
    <message>
        <source>The call could not be made.</source>
        <translation>Der Aufruf konnte nicht ausgeführt werden.</translation>
    </message>
    <message>
        <source>Cancelled before the answer came.</source>
        <translation>Abgebrochen, bevor die Antwort kam.</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::Console</name>
    <message>
        <source>direct</source>
        <translation>direkt</translation>
    </message>
    <message>
        <source>the host of the URL</source>
        <translation>dem Host der URL</translation>
    </message>
    <message>
        <source>no sandbox</source>
        <translation>keine Sandbox</translation>
    </message>
    <message>
        <source>SANDBOX · starting</source>
        <translation>SANDBOX · startet</translation>
    </message>
    <message>
        <source>SANDBOX · subaccount dev</source>
        <translation>SANDBOX · Subaccount dev</translation>
    </message>
    <message>
        <source>XSUAA %1, Destination service %2, proxy %3:%4, backend %5, sample service %6</source>
        <translation>XSUAA %1, Destination-Service %2, Proxy %3:%4, Backend %5, Beispielservice %6</translation>
    </message>
    <message>
        <source>SANDBOX · not running</source>
        <translation>SANDBOX · läuft nicht</translation>
    </message>
    <message>
        <source>no role collection</source>
        <translation>keine Rollensammlung</translation>
    </message>
    <message>
        <source>Destinations of the sandbox</source>
        <translation>Destinations der Sandbox</translation>
    </message>
    <message>
        <source>Sample service</source>
        <translation>Beispielservice</translation>
    </message>
    <message>
        <source>The call is under way.</source>
        <translation>Der Aufruf läuft.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::Examples</name>
    <message>
        <source>Healthy, but the backend does not know bob</source>
        <translation>Gesund, aber das Backend kennt bob nicht</translation>
    </message>
    <message>
        <source>bob&apos;s token goes all the way; the mapping of users in the backend has no entry for him.</source>
        <translation>bobs Token kommt bis ans Ziel; die Benutzerzuordnung im Backend hat keinen Eintrag für ihn.</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::Options</name>
    <message>
        <source>Shows which token goes where and why a call was refused.</source>
        <translation>Zeigt, welches Token wohin geht und warum ein Aufruf abgelehnt wurde.</translation>
    </message>
    <message>
        <source>State folder of the sandbox.</source>
        <translation>Zustandsordner der Sandbox.</translation>
    </message>
    <message>
        <source>Where the window remembers itself.</source>
        <translation>Wo sich das Fenster seinen Zustand merkt.</translation>
    </message>
    <message>
        <source>Start without the sandbox.</source>
        <translation>Ohne Sandbox starten.</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::SessionBook</name>
    <message>
        <source>no credentials</source>
        <translation>keine Anmeldedaten</translation>
    </message>
    <message>
        <source>client credentials</source>
        <translation>Client-Credentials</translation>
    </message>
    <message>
        <source>client credentials · %1</source>
        <translation>Client-Credentials · %1</translation>
    </message>
    <message>
        <source>pasted token</source>
        <translation>eingefügtes Token</translation>
    </message>
    <message>
        <source>pasted token · %1</source>
        <translation>eingefügtes Token · %1</translation>
    </message>
    <message>
        <source>signs in when sent</source>
        <translation>meldet sich beim Senden an</translation>
    </message>
    <message>
        <source>password · %1</source>
        <translation>Passwort · %1</translation>
    </message>
    <message>
        <source>Users of the sandbox</source>
        <translation>Benutzer der Sandbox</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>die Anwendung</translation>
    </message>
    <message>
        <source>Nobody in person</source>
        <translation>Keine Person</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>a token</source>
        <translation>ein Token</translation>
    </message>
    <message>
        <source>Pasted tokens</source>
        <translation>Eingefügte Tokens</translation>
    </message>
    <message>
        <source>end unknown</source>
        <translation>Ende unbekannt</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>%1 h %2 min left</source>
        <translation>noch %1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>nobody is signed in yet</source>
        <translation>noch niemand ist angemeldet</translation>
    </message>
    <message>
        <source>signed in: %1</source>
        <translation>angemeldet: %1</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::TokensDesk</name>
    <message>
        <source>No token was found in this text. A token has parts with dots between them and begins with eyJ.</source>
        <translation>In diesem Text steht kein Token. Ein Token hat durch Punkte getrennte Teile und beginnt mit eyJ.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>%1 is larger than 16 MB.</source>
        <translation>%1 ist größer als 16 MB.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::CallBar</name>
    <message>
        <source>as</source>
        <translation>als</translation>
    </message>
    <message>
        <source>Call as</source>
        <translation>Aufrufen als</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>to</source>
        <translation>an</translation>
    </message>
    <message>
        <source>Call to</source>
        <translation>Aufruf an</translation>
    </message>
    <message>
        <source>via</source>
        <translation>über</translation>
    </message>
    <message>
        <source>Call via</source>
        <translation>Aufruf über</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Path or URL</source>
        <translation>Pfad oder URL</translation>
    </message>
    <message>
        <source>/path?query</source>
        <translation>/pfad?abfrage</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop waiting (Esc)</source>
        <translation>Nicht länger warten (Esc)</translation>
    </message>
    <message>
        <source>Send the call (Ctrl+Return)</source>
        <translation>Aufruf senden (Strg+Eingabe)</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::CallPage</name>
    <message numerus="yes">
        <source>%n hop(s) seen</source>
        <translation>
            <numerusform>%n Hop gesehen</numerusform>
            <numerusform>%n Hops gesehen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2, %3</source>
        <translation>%1 · %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n expected hop(s) did not come</source>
        <translation>
            <numerusform>%n erwarteter Hop kam nicht</numerusform>
            <numerusform>%n erwartete Hops kamen nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready to send. Ctrl+Return sends, Ctrl+K lists every command.</source>
        <translation>Bereit zum Senden. Strg+Eingabe sendet, Strg+K zeigt alle Befehle.</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>Start a fresh one</source>
        <translation>Eine neue starten</translation>
    </message>
    <message>
        <source>Saved as %1, without secrets.</source>
        <translation>Gespeichert als %1, ohne Geheimnisse.</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>%1 %2 · %3 ms</source>
        <translation>%1 %2 · %3 ms</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::CheckRow</name>
    <message>
        <source>readable as a token</source>
        <translation>als Token lesbar</translation>
    </message>
    <message>
        <source>not expired</source>
        <translation>nicht abgelaufen</translation>
    </message>
    <message>
        <source>valid already</source>
        <translation>schon gültig</translation>
    </message>
    <message>
        <source>meant for this service</source>
        <translation>für diesen Service bestimmt</translation>
    </message>
    <message>
        <source>key id present</source>
        <translation>Schlüssel-ID vorhanden</translation>
    </message>
    <message>
        <source>key set at hand</source>
        <translation>Schlüsselsatz liegt vor</translation>
    </message>
    <message>
        <source>key id known</source>
        <translation>Schlüssel-ID bekannt</translation>
    </message>
    <message>
        <source>algorithm accepted</source>
        <translation>Algorithmus erlaubt</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source> — not reached, would fail too</source>
        <translation> — nicht erreicht, schlüge auch fehl</translation>
    </message>
    <message>
        <source> — not reached, would pass</source>
        <translation> — nicht erreicht, wäre in Ordnung</translation>
    </message>
    <message>
        <source> — not reached</source>
        <translation> — nicht erreicht</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::ClaimModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>not in this token</source>
        <translation>nicht in diesem Token</translation>
    </message>
    <message>
        <source>was not there</source>
        <translation>gab es nicht</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>This token</source>
        <translation>Dieses Token</translation>
    </message>
    <message>
        <source>Token before</source>
        <translation>Token davor</translation>
    </message>
    <message>
        <source>In plain words</source>
        <translation>In einfachen Worten</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::ClaimsModel</name>
    <message>
        <source>header: %1</source>
        <translation>Header: %1</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>A few letters of what you want to do</source>
        <translation>Ein paar Buchstaben von dem, was Sie tun wollen</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Befehl suchen</translation>
    </message>
    <message>
        <source>%1   (%2)</source>
        <translation>%1   (%2)</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::DiffDialog</name>
    <message>
        <source>The change</source>
        <translation>Die Änderung</translation>
    </message>
    <message>
        <source>Copy the diff</source>
        <translation>Diff kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing is changed: this is what you would edit.</source>
        <translation>Nichts wird geändert: Das wäre Ihre Änderung.</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::EvidenceRow</name>
    <message>
        <source>Show this hop</source>
        <translation>Diesen Hop zeigen</translation>
    </message>
    <message>
        <source>Shows this hop in the trail</source>
        <translation>Zeigt diesen Hop in der Spur</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::FindingCard</name>
    <message>
        <source>certain</source>
        <translation>sicher</translation>
    </message>
    <message>
        <source>very likely</source>
        <translation>sehr wahrscheinlich</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>wahrscheinlich</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>möglich</translation>
    </message>
    <message>
        <source>What to change: %1</source>
        <translation>Was zu ändern ist: %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Against it</source>
        <translation>Dagegen spricht</translation>
    </message>
    <message>
        <source>What to change</source>
        <translation>Was zu ändern ist</translation>
    </message>
    <message>
        <source>Show the fix as a diff…</source>
        <translation>Lösung als Diff zeigen …</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Command copied.</source>
        <translation>Befehl kopiert.</translation>
    </message>
    <message>
        <source>Copy explanation</source>
        <translation>Erklärung kopieren</translation>
    </message>
    <message>
        <source>Explanation copied.</source>
        <translation>Erklärung kopiert.</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::FindingsPanel</name>
    <message>
        <source>What the call means</source>
        <translation>Was der Aufruf bedeutet</translation>
    </message>
    <message>
        <source>Findings of the call</source>
        <translation>Befunde zum Aufruf</translation>
    </message>
    <message>
        <source>Causes ruled out</source>
        <translation>Ausgeschlossene Ursachen</translation>
    </message>
    <message>
        <source>What could not be seen</source>
        <translation>Was nicht zu sehen war</translation>
    </message>
    <message>
        <source>Findings %1</source>
        <translation>Befunde %1</translation>
    </message>
    <message>
        <source>Ruled out %1</source>
        <translation>Ausgeschlossen %1</translation>
    </message>
    <message>
        <source>Not visible %1</source>
        <translation>Nicht sichtbar %1</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Ruled out</source>
        <translation>Ausgeschlossen</translation>
    </message>
    <message>
        <source>Not visible</source>
        <translation>Nicht sichtbar</translation>
    </message>
    <message>
        <source>Send a call. When it is refused, the cause stands here in one sentence, with the evidence and what to change.</source>
        <translation>Senden Sie einen Aufruf. Wird er abgelehnt, steht die Ursache hier in einem Satz, mit den Belegen und dem, was zu ändern ist.</translation>
    </message>
    <message>
        <source>Causes that the evidence excludes will stand here, each with its reason.</source>
        <translation>Hier stehen Ursachen, die die Belege ausschließen, jeweils mit Begründung.</translation>
    </message>
    <message>
        <source>What nobody could observe will stand here, so that silence is not taken for health.</source>
        <translation>Hier steht, was niemand beobachten konnte, damit Stille nicht als Gesundheit gilt.</translation>
    </message>
    <message>
        <source>%1 arrived as %2</source>
        <translation>%1 ist als %2 angekommen</translation>
    </message>
    <message>
        <source>The call carried the same person all the way to the backend. There is nothing to change.</source>
        <translation>Der Aufruf trug dieselbe Person bis ins Backend. Es gibt nichts zu ändern.</translation>
    </message>
    <message>
        <source>%1 was accepted</source>
        <translation>%1 wurde angenommen</translation>
    </message>
    <message>
        <source>The person is seen in every hop of the call. There is nothing to change.</source>
        <translation>Die Person ist in jedem Hop des Aufrufs zu sehen. Es gibt nichts zu ändern.</translation>
    </message>
    <message>
        <source>Nothing wrong was found</source>
        <translation>Kein Fehler gefunden</translation>
    </message>
    <message>
        <source>The call was made for nobody in particular, and nothing asked for a person.</source>
        <translation>Der Aufruf geschah für niemanden Bestimmten, und niemand verlangte eine Person.</translation>
    </message>
    <message>
        <source>There was no answer</source>
        <translation>Es kam keine Antwort</translation>
    </message>
    <message>
        <source>Refused, and no rule knows why</source>
        <translation>Abgelehnt, und keine Regel weiß warum</translation>
    </message>
    <message>
        <source>The hops and the response hold what was seen.</source>
        <translation>Die Hops und die Antwort enthalten, was zu sehen war.</translation>
    </message>
    <message>
        <source>No other cause had to be excluded.</source>
        <translation>Keine andere Ursache musste ausgeschlossen werden.</translation>
    </message>
    <message>
        <source>Every party of this call was observed.</source>
        <translation>Alle Beteiligten dieses Aufrufs wurden beobachtet.</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::HopDetail</name>
    <message>
        <source>the same token</source>
        <translation>dasselbe Token</translation>
    </message>
    <message>
        <source>a token with the same id (jti)</source>
        <translation>ein Token mit derselben ID (jti)</translation>
    </message>
    <message>
        <source>a token that was exchanged for this one</source>
        <translation>ein Token, das gegen dieses getauscht wurde</translation>
    </message>
    <message>
        <source>the same correlation id</source>
        <translation>dieselbe Correlation-ID</translation>
    </message>
    <message>
        <source>the same client and destination at the same time</source>
        <translation>derselbe Client und dieselbe Destination zur selben Zeit</translation>
    </message>
    <message>
        <source>Belongs to hop %1 for certain: %2.</source>
        <translation>Gehört sicher zu Hop %1: %2.</translation>
    </message>
    <message>
        <source>Likely belongs to hop %1: %2.</source>
        <translation>Gehört wahrscheinlich zu Hop %1: %2.</translation>
    </message>
    <message>
        <source>Possibly belongs to hop %1: %2.</source>
        <translation>Gehört möglicherweise zu Hop %1: %2.</translation>
    </message>
    <message>
        <source>Nobody saw it. It was expected: %1</source>
        <translation>Niemand hat ihn gesehen. Er war zu erwarten: %1</translation>
    </message>
    <message>
        <source>Recorded by: %1</source>
        <translation>Aufgezeichnet von: %1</translation>
    </message>
    <message>
        <source>Correlation id: %1</source>
        <translation>Correlation-ID: %1</translation>
    </message>
    <message>
        <source>Destination: %1 %2</source>
        <translation>Destination: %1 %2</translation>
    </message>
    <message>
        <source>Noted by the party itself:</source>
        <translation>Vom Beteiligten selbst vermerkt:</translation>
    </message>
    <message>
        <source>Request or response of the hop</source>
        <translation>Anfrage oder Antwort des Hops</translation>
    </message>
    <message>
        <source>Parts of the hop</source>
        <translation>Teile des Hops</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the hop (Esc)</source>
        <translation>Hop schließen (Esc)</translation>
    </message>
    <message>
        <source>Close the hop</source>
        <translation>Hop schließen</translation>
    </message>
    <message>
        <source>Hop %1 · %2</source>
        <translation>Hop %1 · %2</translation>
    </message>
    <message>
        <source>Expected, did not come. %1</source>
        <translation>Erwartet, kam nicht. %1</translation>
    </message>
    <message>
        <source>Asked by %1, for %2. Answer: %3, after %4 ms.</source>
        <translation>Gefragt von %1, für %2. Antwort: %3, nach %4 ms.</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>How it is known</source>
        <translation>Woher man es weiß</translation>
    </message>
    <message>
        <source>For %1. Answer: %2, after %3 ms.</source>
        <translation>Für %1. Antwort: %2, nach %3 ms.</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::HopWords</name>
    <message>
        <source>%1 → %2: %3</source>
        <extracomment>from → to: what</extracomment>
        <translation>%1 → %2: %3</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>client %1</source>
        <translation>Client %1</translation>
    </message>
    <message>
        <source>technical user %1</source>
        <translation>technischer Benutzer %1</translation>
    </message>
    <message>
        <source>Hop %1 of %2: %3.</source>
        <translation>Hop %1 von %2: %3.</translation>
    </message>
    <message>
        <source>Was expected and did not come: %1</source>
        <translation>War zu erwarten und kam nicht: %1</translation>
    </message>
    <message>
        <source>For %1, answered %2.</source>
        <translation>Für %1, beantwortet mit %2.</translation>
    </message>
    <message>
        <source>The user ends here.</source>
        <translation>Hier endet der Benutzer.</translation>
    </message>
    <message>
        <source>bearer token</source>
        <translation>Bearer-Token</translation>
    </message>
    <message>
        <source>assertion to be exchanged</source>
        <translation>einzutauschende Assertion</translation>
    </message>
    <message>
        <source>authorization code</source>
        <translation>Authorization-Code</translation>
    </message>
    <message>
        <source>refresh token</source>
        <translation>Refresh-Token</translation>
    </message>
    <message>
        <source>user token for the destination</source>
        <translation>Benutzer-Token für die Destination</translation>
    </message>
    <message>
        <source>token for the proxy</source>
        <translation>Token für den Proxy</translation>
    </message>
    <message>
        <source>user token for the backend</source>
        <translation>Benutzer-Token für das Backend</translation>
    </message>
    <message>
        <source>technical token for the backend</source>
        <translation>technisches Token für das Backend</translation>
    </message>
    <message>
        <source>token for the approuter</source>
        <translation>Token für den Approuter</translation>
    </message>
    <message>
        <source>SAML assertion</source>
        <translation>SAML-Assertion</translation>
    </message>
    <message>
        <source>token that was issued</source>
        <translation>ausgestelltes Token</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::LifeBar</name>
    <message>
        <source>Life of the token</source>
        <translation>Lebensdauer des Tokens</translation>
    </message>
    <message>
        <source>issued %1</source>
        <translation>ausgestellt %1</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>endete %1</translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation>endet %1</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::MainWindow</name>
    <message>
        <source>Tokentrail</source>
        <translation>Tokentrail</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Ctrl+K commands</source>
        <translation>Strg+K Befehle</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Gehe zu %1</translation>
    </message>
    <message>
        <source>Show what the keyboard does</source>
        <translation>Tastenkürzel zeigen</translation>
    </message>
    <message>
        <source>List all commands</source>
        <translation>Alle Befehle zeigen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Send the call</source>
        <translation>Aufruf senden</translation>
    </message>
    <message>
        <source>Stop waiting, or close the hop</source>
        <translation>Nicht länger warten, oder Hop schließen</translation>
    </message>
    <message>
        <source>Edit the URL</source>
        <translation>URL bearbeiten</translation>
    </message>
    <message>
        <source>Choose who calls</source>
        <translation>Wählen, wer aufruft</translation>
    </message>
    <message>
        <source>Show calls to try</source>
        <translation>Beispielaufrufe zeigen</translation>
    </message>
    <message>
        <source>Export the trail: %1</source>
        <translation>Spur exportieren: %1</translation>
    </message>
    <message>
        <source>Appearance: as the system</source>
        <translation>Aussehen: wie das System</translation>
    </message>
    <message>
        <source>Appearance: light</source>
        <translation>Aussehen: hell</translation>
    </message>
    <message>
        <source>Appearance: dark</source>
        <translation>Aussehen: dunkel</translation>
    </message>
    <message>
        <source>Appearance: high contrast, the system’s own colours</source>
        <translation>Aussehen: hoher Kontrast, Farben des Systems</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::MessagePanel</name>
    <message>
        <source>Request and response</source>
        <translation>Anfrage und Antwort</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Headers of the response</source>
        <translation>Header der Antwort</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Show the body as it came</source>
        <translation>Body zeigen, wie er kam</translation>
    </message>
    <message>
        <source>Parameters, one a line</source>
        <translation>Parameter, einer je Zeile</translation>
    </message>
    <message>
        <source>Headers, one a line</source>
        <translation>Header, einer je Zeile</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Body</translation>
    </message>
    <message>
        <source>Body of the response</source>
        <translation>Body der Antwort</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>Noch wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>(no body)</source>
        <translation>(kein Body)</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::MessageText</name>
    <message>
        <source>%1 bytes that are no text</source>
        <translation>%1 Bytes, die kein Text sind</translation>
    </message>
    <message>
        <source>(the first megabyte of %1 bytes)</source>
        <translation>(das erste Megabyte von %1 Bytes)</translation>
    </message>
    <message>
        <source>There was no answer.</source>
        <translation>Es kam keine Antwort.</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::Navigation</name>
    <message>
        <source>%1 (Alt+%2)</source>
        <translation>%1 (Alt+%2)</translation>
    </message>
    <message>
        <source>Calls of this run</source>
        <translation>Aufrufe bisher</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::Sheet</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::ShortcutSheet</name>
    <message>
        <source>What the keyboard does</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Auf, Ab</translation>
    </message>
    <message>
        <source>In the trail: from hop to hop</source>
        <translation>In der Spur: von Hop zu Hop</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Pos1, Ende</translation>
    </message>
    <message>
        <source>In the trail: first and last hop</source>
        <translation>In der Spur: erster und letzter Hop</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>In the trail: open the hop</source>
        <translation>In der Spur: Hop öffnen</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Umschalt+Tab</translation>
    </message>
    <message>
        <source>To the next or the previous control</source>
        <translation>Zum nächsten oder vorigen Bedienelement</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::SignInSheet</name>
    <message>
        <source>Who shall call?</source>
        <translation>Wer soll aufrufen?</translation>
    </message>
    <message>
        <source>Call with this token</source>
        <translation>Mit diesem Token aufrufen</translation>
    </message>
    <message>
        <source>Users of the sandbox sign in with one click; their password is their name. No token leaves this machine.</source>
        <translation>Benutzer der Sandbox melden sich mit einem Klick an; ihr Passwort ist ihr Name. Kein Token verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>The application itself</source>
        <translation>Die Anwendung selbst</translation>
    </message>
    <message>
        <source>Client credentials: nobody in person.</source>
        <translation>Client-Credentials: keine Person.</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>No credentials at all.</source>
        <translation>Ganz ohne Anmeldedaten.</translation>
    </message>
    <message>
        <source>A token that you have</source>
        <translation>Ein Token, das Sie haben</translation>
    </message>
    <message>
        <source>Or paste a token that you have: eyJ…</source>
        <translation>Oder ein vorhandenes Token einfügen: eyJ…</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::StatusStrip</name>
    <message>
        <source>Who is signed in</source>
        <translation>Wer angemeldet ist</translation>
    </message>
    <message>
        <source>What runs</source>
        <translation>Was läuft</translation>
    </message>
    <message>
        <source>Where, who, what runs</source>
        <translation>Wo, wer, was läuft</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::StoryView</name>
    <message>
        <source>The token in plain words</source>
        <translation>Das Token in einfachen Worten</translation>
    </message>
    <message>
        <source>Odd</source>
        <translation>Auffällig</translation>
    </message>
    <message>
        <source>Role collections</source>
        <translation>Rollensammlungen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::TimingView</name>
    <message>
        <source>Timing of the call</source>
        <translation>Zeiten des Aufrufs</translation>
    </message>
    <message>
        <source>%1: %2 ms</source>
        <translation>%1: %2 ms</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Nothing was timed yet.</source>
        <translation>Noch wurde nichts gemessen.</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::TokenCardDelegate</name>
    <message>
        <source>broken</source>
        <translation>kaputt</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::TokenHistoryModel</name>
    <message>
        <source>not readable</source>
        <translation>nicht lesbar</translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s)</source>
        <translation>
            <numerusform>%n Byte</numerusform>
            <numerusform>%n Bytes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>A token that cannot be read</source>
        <translation>Ein nicht lesbares Token</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::TokenPane</name>
    <message>
        <source>Claims of the token</source>
        <translation>Claims des Tokens</translation>
    </message>
    <message>
        <source>%1, fingerprint %2</source>
        <translation>%1, Fingerabdruck %2</translation>
    </message>
    <message>
        <source>Its content cannot be read: it is no JWT.</source>
        <translation>Der Inhalt ist nicht lesbar: Es ist kein JWT.</translation>
    </message>
    <message>
        <source>The same token as in hop %1.</source>
        <translation>Dasselbe Token wie in Hop %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) differ from the token of hop %1.</source>
        <translation>
            <numerusform>%n Claim unterscheidet sich vom Token aus Hop %1.</numerusform>
            <numerusform>%n Claims unterscheiden sich vom Token aus Hop %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first token of this trail.</source>
        <translation>Das erste Token dieser Spur.</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::TokensPage</name>
    <message>
        <source>Paste a token above, or drop a file here: a header, a curl line, a log, a HAR.

Every token in it is decoded on this machine, broken and expired ones too. You see in plain words who it is for and what CAP would make of it, and the checks of a CAP service in its own order.</source>
        <translation>Fügen Sie oben ein Token ein oder legen Sie hier eine Datei ab: Header, curl-Zeile, Log, HAR.

Jedes Token darin wird auf diesem Rechner dekodiert, auch kaputte und abgelaufene. Sie sehen in einfachen Worten, für wen es ist und was CAP daraus macht, und die Prüfungen eines CAP-Service in ihrer Reihenfolge.</translation>
    </message>
    <message>
        <source>Paste or drop a token, a header, a curl line or a log. Nothing leaves this machine.</source>
        <translation>Token, Header, curl-Zeile oder Log einfügen oder ablegen. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Token or text with tokens</source>
        <translation>Token oder Text mit Tokens</translation>
    </message>
    <message>
        <source>with key</source>
        <translation>mit Schlüssel</translation>
    </message>
    <message>
        <source>Service key to check with</source>
        <translation>Service-Key für die Prüfung</translation>
    </message>
    <message>
        <source>Decode</source>
        <translation>Dekodieren</translation>
    </message>
    <message>
        <source>Tokens looked at</source>
        <translation>Angesehene Tokens</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Claims</source>
        <translation>Claims</translation>
    </message>
    <message>
        <source>Header and claims as JSON</source>
        <translation>Header und Claims als JSON</translation>
    </message>
    <message>
        <source>Copy without signature</source>
        <translation>Ohne Signatur kopieren</translation>
    </message>
    <message>
        <source>The token</source>
        <translation>Das Token</translation>
    </message>
    <message>
        <source>In plain words</source>
        <translation>In einfachen Worten</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Checks of a CAP service</source>
        <translation>Prüfungen eines CAP-Service</translation>
    </message>
    <message>
        <source>What a CAP service checks, in its order</source>
        <translation>Was ein CAP-Service prüft, in seiner Reihenfolge</translation>
    </message>
    <message>
        <source>Choose a service key to see what its service would say.</source>
        <translation>Wählen Sie einen Service-Key, um zu sehen, was sein Service sagen würde.</translation>
    </message>
    <message>
        <source>Not checked by CAP, though often blamed: issuer, jku.</source>
        <translation>Von CAP nicht geprüft, aber oft verdächtigt: issuer, jku.</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::TrailModel</name>
    <message>
        <source>did not come</source>
        <translation>kam nicht</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Hop</source>
        <translation>Hop</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Who asked</source>
        <translation>Wer fragte</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Für wen</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::TrailPanel</name>
    <message>
        <source>Trail</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>Hops of the call</source>
        <translation>Hops des Aufrufs</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Als Tabelle</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Calls to try</source>
        <translation>Aufrufe zum Ausprobieren</translation>
    </message>
    <message>
        <source>Export ▾</source>
        <translation>Export ▾</translation>
    </message>
    <message>
        <source>Save the trail, without secrets</source>
        <translation>Spur speichern, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>As SVG…</source>
        <translation>Als SVG …</translation>
    </message>
    <message>
        <source>As PNG…</source>
        <translation>Als PNG …</translation>
    </message>
    <message>
        <source>As Markdown…</source>
        <translation>Als Markdown …</translation>
    </message>
    <message>
        <source>As Mermaid…</source>
        <translation>Als Mermaid …</translation>
    </message>
    <message>
        <source>As HAR…</source>
        <translation>Als HAR …</translation>
    </message>
    <message>
        <source>As JSON…</source>
        <translation>Als JSON …</translation>
    </message>
    <message>
        <source>Back to the trail</source>
        <translation>Zurück zur Spur</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::TrailSaver</name>
    <message>
        <source>Mermaid (*.mmd)</source>
        <translation>Mermaid (*.mmd)</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>SVG-Bild (*.svg)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>HTTP archive (*.har)</source>
        <translation>HTTP-Archiv (*.har)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>Save the trail</source>
        <translation>Spur speichern</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::TrailView</name>
    <message>
        <source>Return opens its request, response and tokens</source>
        <translation>Eingabe öffnet Anfrage, Antwort und Tokens</translation>
    </message>
    <message>
        <source>Trail of the call, hop by hop</source>
        <translation>Spur des Aufrufs, Hop für Hop</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::Welcome</name>
    <message>
        <source>What will happen, and calls to try</source>
        <translation>Was geschehen wird, und Aufrufe zum Ausprobieren</translation>
    </message>
    <message>
        <source>What happens when you press Send</source>
        <translation>Was geschieht, wenn Sie senden</translation>
    </message>
    <message>
        <source>Then the trail of the call stands here: every hop, the tokens in it, and one line for the person, which breaks where the person is lost.</source>
        <translation>Danach steht hier die Spur des Aufrufs: jeder Hop, die Tokens darin und eine Linie für die Person, die dort abreißt, wo die Person verloren geht.</translation>
    </message>
    <message>
        <source>Or try one of these</source>
        <translation>Oder probieren Sie einen von diesen</translation>
    </message>
</context>
</TS>
