<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>tokentrail::admin::Words</name>
    <message>
        <source>Cancelled after %1 of %2 changes.</source>
        <translation>Abgebrochen nach %1 von %2 Änderungen.</translation>
    </message>
    <message numerus="yes">
        <source>The service asks to wait %n second(s)</source>
        <translation>
            <numerusform>Der Service bittet, %n Sekunde zu warten</numerusform>
            <numerusform>Der Service bittet, %n Sekunden zu warten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not done: %2</source>
        <translation>%1 wurde nicht ausgeführt: %2</translation>
    </message>
    <message>
        <source>The call was not made yet.</source>
        <translation>Der Aufruf ist noch nicht erfolgt.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The answer of the administration is no JSON: %1</source>
        <translation>Die Antwort der Verwaltung ist kein JSON: %1</translation>
    </message>
    <message>
        <source>%1 has no role template “%2”.</source>
        <translation>%1 hat keine Rollenvorlage „%2“.</translation>
    </message>
    <message>
        <source>The role needs a name.</source>
        <translation>Die Rolle braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is a role “%1” of this template already.</source>
        <translation>Zu dieser Vorlage gibt es schon eine Rolle „%1“.</translation>
    </message>
    <message>
        <source>The template %1 has no attribute “%2”.</source>
        <translation>Die Vorlage %1 hat kein Attribut „%2“.</translation>
    </message>
    <message>
        <source>The attribute “%1” needs a value, or must be unrestricted.</source>
        <translation>Das Attribut „%1“ braucht einen Wert oder muss uneingeschränkt sein.</translation>
    </message>
    <message>
        <source>There is no role “%1”.</source>
        <translation>Es gibt keine Rolle „%1“.</translation>
    </message>
    <message>
        <source>The role “%1” comes with its template and cannot be deleted.</source>
        <translation>Die Rolle „%1“ gehört zu ihrer Vorlage und kann nicht gelöscht werden.</translation>
    </message>
    <message>
        <source>The role collection needs a name.</source>
        <translation>Die Rollensammlung braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is a role collection “%1” already.</source>
        <translation>Es gibt schon eine Rollensammlung „%1“.</translation>
    </message>
    <message>
        <source>There is no role collection “%1”.</source>
        <translation>Es gibt keine Rollensammlung „%1“.</translation>
    </message>
    <message>
        <source>There is no role “%1” of the template %2 of %3.</source>
        <translation>Es gibt keine Rolle „%1“ der Vorlage %2 von %3.</translation>
    </message>
    <message>
        <source>The user needs a name.</source>
        <translation>Der Benutzer braucht einen Namen.</translation>
    </message>
    <message>
        <source>“%1” is no change.</source>
        <translation>„%1“ ist keine Änderung.</translation>
    </message>
    <message>
        <source>The key names no address of the administration (apiurl). A key of a service instance of plan apiaccess has one.</source>
        <translation>Der Schlüssel nennt keine Adresse der Verwaltung (apiurl). Der Schlüssel einer Serviceinstanz mit Plan apiaccess hat eine.</translation>
    </message>
    <message>
        <source>A quotation mark stands inside of a field.</source>
        <translation>Innerhalb eines Feldes steht ein Anführungszeichen.</translation>
    </message>
    <message>
        <source>A quoted field does not end.</source>
        <translation>Ein Feld in Anführungszeichen endet nicht.</translation>
    </message>
    <message>
        <source>The administration answered with no list of %1.</source>
        <translation>Die Verwaltung hat nicht mit einer Liste geantwortet: %1.</translation>
    </message>
    <message>
        <source>Nothing was read yet.</source>
        <translation>Noch wurde nichts gelesen.</translation>
    </message>
    <message>
        <source>Reading applications</source>
        <translation>Anwendungen werden gelesen</translation>
    </message>
    <message>
        <source>Users without any role collection are not listed: %1</source>
        <translation>Benutzer ohne Rollensammlung werden nicht aufgelistet: %1</translation>
    </message>
    <message>
        <source>applications</source>
        <translation>Anwendungen</translation>
    </message>
    <message>
        <source>An application cannot be read: %1</source>
        <translation>Eine Anwendung ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Reading roles</source>
        <translation>Rollen werden gelesen</translation>
    </message>
    <message>
        <source>roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>A role cannot be read: %1</source>
        <translation>Eine Rolle ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Reading role collections</source>
        <translation>Rollensammlungen werden gelesen</translation>
    </message>
    <message>
        <source>role collections</source>
        <translation>Rollensammlungen</translation>
    </message>
    <message>
        <source>A role collection cannot be read: %1</source>
        <translation>Eine Rollensammlung ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Reading users</source>
        <translation>Benutzer werden gelesen</translation>
    </message>
    <message>
        <source>A user reference has no username.</source>
        <translation>Einem Benutzerverweis fehlt der username.</translation>
    </message>
    <message>
        <source>The document has neither “roleCollections” nor “roles”.</source>
        <translation>Das Dokument enthält weder „roleCollections“ noch „roles“.</translation>
    </message>
    <message>
        <source>A role collection or a name is missing.</source>
        <translation>Eine Rollensammlung oder ein Name fehlt.</translation>
    </message>
    <message>
        <source>“%1” is neither user nor group.</source>
        <translation>„%1“ ist weder user noch group.</translation>
    </message>
    <message>
        <source>The first line must be %1.</source>
        <translation>Die erste Zeile muss %1 lauten.</translation>
    </message>
    <message>
        <source>The administration does not accept the token of this key.</source>
        <translation>Die Verwaltung nimmt das Token dieses Schlüssels nicht an.</translation>
    </message>
    <message>
        <source>The key may not do this: it lacks the scope %1. Keys of a service instance of plan apiaccess have it, unless they are read-only.</source>
        <translation>Der Schlüssel darf das nicht: Ihm fehlt der Scope %1. Schlüssel einer Serviceinstanz mit Plan apiaccess haben ihn, außer sie sind schreibgeschützt.</translation>
    </message>
    <message>
        <source>The administration does not find it.</source>
        <translation>Die Verwaltung findet es nicht.</translation>
    </message>
    <message>
        <source>The administration says that it exists already, or does not fit.</source>
        <translation>Die Verwaltung sagt, es existiere schon oder passe nicht.</translation>
    </message>
    <message>
        <source>The administration takes no more requests for now (rate limit).</source>
        <translation>Die Verwaltung nimmt vorerst keine Anfragen mehr an (Rate-Limit).</translation>
    </message>
    <message>
        <source>The administration answered with status %1.</source>
        <translation>Die Verwaltung hat mit Status %1 geantwortet.</translation>
    </message>
    <message>
        <source> It said: “%1”.</source>
        <translation> Sie sagte: „%1“.</translation>
    </message>
    <message>
        <source>%1 (origin %2)</source>
        <translation>%1 (Origin %2)</translation>
    </message>
    <message>
        <source>everybody of %1 whose %2 is “%3”</source>
        <translation>alle aus %1, deren %2 „%3“ ist</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>%1 from the identity provider&apos;s %2</source>
        <translation>%1 aus %2 des Identity-Providers</translation>
    </message>
    <message>
        <source>%1 unrestricted</source>
        <translation>%1 uneingeschränkt</translation>
    </message>
    <message>
        <source>Create the role “%1” from the template %2 of %3.</source>
        <translation>Rolle „%1“ aus der Vorlage %2 von %3 anlegen.</translation>
    </message>
    <message>
        <source>Create the role “%1” from the template %2 of %3: %4.</source>
        <translation>Rolle „%1“ aus der Vorlage %2 von %3 anlegen: %4.</translation>
    </message>
    <message>
        <source>Delete the role “%1” of the template %2.</source>
        <translation>Rolle „%1“ der Vorlage %2 löschen.</translation>
    </message>
    <message>
        <source>Create the role collection “%1”.</source>
        <translation>Rollensammlung „%1“ anlegen.</translation>
    </message>
    <message>
        <source>Describe the role collection “%1” as “%2”.</source>
        <translation>Rollensammlung „%1“ als „%2“ beschreiben.</translation>
    </message>
    <message>
        <source>Delete the role collection “%1”.</source>
        <translation>Rollensammlung „%1“ löschen.</translation>
    </message>
    <message numerus="yes">
        <source>Delete the role collection “%1”; %n user(s) lose it.</source>
        <translation>
            <numerusform>Rollensammlung „%1“ löschen; %n Benutzer verliert sie.</numerusform>
            <numerusform>Rollensammlung „%1“ löschen; %n Benutzer verlieren sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Put the role “%1” into the role collection “%2”.</source>
        <translation>Rolle „%1“ in die Rollensammlung „%2“ aufnehmen.</translation>
    </message>
    <message>
        <source>Take the role “%1” out of the role collection “%2”.</source>
        <translation>Rolle „%1“ aus der Rollensammlung „%2“ entfernen.</translation>
    </message>
    <message>
        <source>Assign the role collection “%1” to %2.</source>
        <translation>Rollensammlung „%1“ zuweisen an %2.</translation>
    </message>
    <message>
        <source>Take the role collection “%1” from %2.</source>
        <translation>Zuweisung der Rollensammlung „%1“ aufheben für %2.</translation>
    </message>
</context>
<context>
    <name>tokentrail::cap::XsSecurityMember</name>
    <message>
        <source>starts with %1</source>
        <translation>beginnt mit %1</translation>
    </message>
    <message numerus="yes">
        <source>at most %n character(s)</source>
        <translation>
            <numerusform>höchstens %n Zeichen</numerusform>
            <numerusform>höchstens %n Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>letters and digits</source>
        <translation>Buchstaben und Ziffern</translation>
    </message>
    <message>
        <source>letters, digits and %1</source>
        <translation>Buchstaben, Ziffern und %1</translation>
    </message>
    <message numerus="yes">
        <source>at most %n entry(s)</source>
        <translation>
            <numerusform>höchstens %n Eintrag</numerusform>
            <numerusform>höchstens %n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2 seconds</source>
        <translation>%1 bis %2 Sekunden</translation>
    </message>
    <message>
        <source>%1 where it is missing</source>
        <translation>%1, wenn es fehlt</translation>
    </message>
    <message>
        <source>The name of the application; an update of the service instance cannot change it.</source>
        <translation>Der Name der Anwendung; eine Aktualisierung der Service-Instanz kann ihn nicht ändern.</translation>
    </message>
    <message>
        <source>Who uses the application: one tenant (dedicated), or many that subscribe (shared).</source>
        <translation>Wer die Anwendung nutzt: ein Mandant (dedicated) oder viele, die sie abonnieren (shared).</translation>
    </message>
    <message>
        <source>What the application is for, in words for its administrators.</source>
        <translation>Wozu die Anwendung dient, in Worten für ihre Administratoren.</translation>
    </message>
    <message>
        <source>What the application asks for when it decides: each stands in a token of whoever may do it.</source>
        <translation>Wonach die Anwendung fragt, wenn sie entscheidet: Jeder Scope steht im Token dessen, der es darf.</translation>
    </message>
    <message>
        <source>What a role can restrict to values, like a country.</source>
        <translation>Was eine Rolle auf Werte einschränken kann, etwa ein Land.</translation>
    </message>
    <message>
        <source>What roles are made of: scopes, and attributes to fill in.</source>
        <translation>Woraus Rollen gemacht werden: Scopes und auszufüllende Attribute.</translation>
    </message>
    <message>
        <source>What is assigned to people; each holds the default roles of templates.</source>
        <translation>Was Personen zugewiesen wird; jede Sammlung enthält die Standardrollen von Vorlagen.</translation>
    </message>
    <message>
        <source>Scopes of other applications that the application takes for itself, without a user.</source>
        <translation>Scopes anderer Anwendungen, die die Anwendung für sich selbst nimmt, ohne Benutzer.</translation>
    </message>
    <message>
        <source>Scopes of other applications that come into the tokens of its users.</source>
        <translation>Scopes anderer Anwendungen, die in die Tokens ihrer Benutzer kommen.</translation>
    </message>
    <message>
        <source>How tokens are issued: for how long, with which secrets, to which addresses.</source>
        <translation>Wie Tokens ausgestellt werden: für wie lange, mit welchen Geheimnissen, an welche Adressen.</translation>
    </message>
    <message>
        <source>Whether the service instance is made in the background.</source>
        <translation>Ob die Service-Instanz im Hintergrund angelegt wird.</translation>
    </message>
    <message>
        <source>Whether bindings take over the authorities of the instance; cds writes false.</source>
        <translation>Ob Bindings die Authorities der Instanz übernehmen; cds schreibt false.</translation>
    </message>
    <message>
        <source>The name of the scope, as code asks for it behind the prefix.</source>
        <translation>Der Name des Scopes; hinter dem Präfix so, wie der Code nach ihm fragt.</translation>
    </message>
    <message>
        <source>What the scope allows, in words for administrators.</source>
        <translation>Was der Scope erlaubt, in Worten für Administratoren.</translation>
    </message>
    <message>
        <source>Applications whose users may carry this scope.</source>
        <translation>Anwendungen, deren Benutzer diesen Scope tragen dürfen.</translation>
    </message>
    <message>
        <source>Applications that may have this scope for themselves, without a user.</source>
        <translation>Anwendungen, die diesen Scope für sich selbst haben dürfen, ohne Benutzer.</translation>
    </message>
    <message>
        <source>The name of the attribute, as code asks for it.</source>
        <translation>Der Name des Attributs, wie der Code nach ihm fragt.</translation>
    </message>
    <message>
        <source>What the attribute restricts, in words for administrators.</source>
        <translation>Was das Attribut einschränkt, in Worten für Administratoren.</translation>
    </message>
    <message>
        <source>The type of its values; an update cannot change it.</source>
        <translation>Der Typ seiner Werte; eine Aktualisierung kann ihn nicht ändern.</translation>
    </message>
    <message>
        <source>Whether a role must give it values; a template that needs them yields no default role.</source>
        <translation>Ob eine Rolle ihm Werte geben muss; eine Vorlage, die welche braucht, ergibt keine Standardrolle.</translation>
    </message>
    <message>
        <source>The name of the role template.</source>
        <translation>Der Name der Rollenvorlage.</translation>
    </message>
    <message>
        <source>What its roles are for, in words for administrators.</source>
        <translation>Wozu ihre Rollen dienen, in Worten für Administratoren.</translation>
    </message>
    <message>
        <source>What the role is called that XSUAA makes of the template; else as the template.</source>
        <translation>Wie die Rolle heißt, die XSUAA aus der Vorlage macht; sonst wie die Vorlage.</translation>
    </message>
    <message>
        <source>The scopes that its roles give.</source>
        <translation>Die Scopes, die ihre Rollen geben.</translation>
    </message>
    <message>
        <source>The attributes that its roles restrict.</source>
        <translation>Die Attribute, die ihre Rollen einschränken.</translation>
    </message>
    <message>
        <source>The name of an attribute of this descriptor.</source>
        <translation>Der Name eines Attributs dieses Deskriptors.</translation>
    </message>
    <message>
        <source>What the default role gives the attribute; an update cannot change it.</source>
        <translation>Was die Standardrolle dem Attribut gibt; eine Aktualisierung kann es nicht ändern.</translation>
    </message>
    <message>
        <source>The name of the role collection; another name is another collection, without the assignments.</source>
        <translation>Der Name der Rollensammlung; ein anderer Name ist eine andere Sammlung, ohne die Zuweisungen.</translation>
    </message>
    <message>
        <source>What the role collection is for, in words for administrators.</source>
        <translation>Wozu die Rollensammlung dient, in Worten für Administratoren.</translation>
    </message>
    <message>
        <source>The role templates whose default roles it holds.</source>
        <translation>Die Rollenvorlagen, deren Standardrollen sie enthält.</translation>
    </message>
    <message>
        <source>How long an access token holds.</source>
        <translation>Wie lange ein Access-Token gilt.</translation>
    </message>
    <message>
        <source>How long a refresh token holds.</source>
        <translation>Wie lange ein Refresh-Token gilt.</translation>
    </message>
    <message>
        <source>Where a login may lead back to; * stands for a part of the host, ** for any path, and localhost is always allowed.</source>
        <translation>Wohin eine Anmeldung zurückführen darf; * steht für einen Teil des Hosts, ** für jeden Pfad, und localhost ist immer erlaubt.</translation>
    </message>
    <message>
        <source>What bindings and keys prove themselves with; the first counts where nothing is asked for.</source>
        <translation>Womit Bindings und Schlüssel sich ausweisen; das erste gilt, wenn nichts verlangt wird.</translation>
    </message>
    <message>
        <source>What a token tells of its user beside the scopes.</source>
        <translation>Was ein Token neben den Scopes von seinem Benutzer sagt.</translation>
    </message>
    <message>
        <source>The origins of the identity providers that users may log in with.</source>
        <translation>Die Origins der Identity Provider, mit denen sich Benutzer anmelden dürfen.</translation>
    </message>
    <message>
        <source>Whether users are not asked to approve the scopes.</source>
        <translation>Ob Benutzer nicht um Zustimmung zu den Scopes gefragt werden.</translation>
    </message>
    <message>
        <source>The ways in which the client may ask for a token.</source>
        <translation>Die Wege, auf denen der Client ein Token verlangen darf.</translation>
    </message>
</context>
<context>
    <name>tokentrail::cap::XsSecurityOutcome</name>
    <message>
        <source>%1 unrestricted</source>
        <translation>%1 uneingeschränkt</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::CallConductor</name>
    <message>
        <source>“%1” is no URL: it should begin with http:// or https:// and name a host.</source>
        <translation>„%1“ ist keine URL: Sie beginnt mit http:// oder https:// und nennt einen Host.</translation>
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
    <message>
        <source>%1 gets the next token with the refresh token.</source>
        <translation>%1 holt mit dem Refresh-Token das nächste Token.</translation>
    </message>
    <message>
        <source>%1 signs in with the password and gets a token.</source>
        <translation>%1 meldet sich mit Passwort an und bekommt ein Token.</translation>
    </message>
    <message>
        <source>Secrets are taken out of the answer’s %1.</source>
        <translation>Aus der Antwort (%1) werden Geheimnisse entfernt.</translation>
    </message>
    <message>
        <source>%1 is a method: choose it left of the URL, which is then “%2”.</source>
        <translation>%1 ist eine Methode: Sie wird links neben der URL gewählt, die dann „%2“ lautet.</translation>
    </message>
    <message>
        <source>“%1” is no path: it holds a character that a URL spells with a percent sign, such as %20 for a blank.</source>
        <translation>„%1“ ist kein Pfad: Er enthält ein Zeichen, das eine URL mit Prozentzeichen schreibt, etwa %20 für ein Leerzeichen.</translation>
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
    <message numerus="yes">
        <source>SANDBOX · subaccount dev · %n fault(s) on purpose</source>
        <translation>
            <numerusform>SANDBOX · Subaccount dev · %n Störung mit Absicht</numerusform>
            <numerusform>SANDBOX · Subaccount dev · %n Störungen mit Absicht</numerusform>
        </translation>
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
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>expected %1: %2</source>
        <translation>erwartet %1: %2</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::DestinationViews</name>
    <message>
        <source>· %1: not done</source>
        <translation>· %1: nicht ausgeführt</translation>
    </message>
    <message>
        <source> (new)</source>
        <translation> (neu)</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::DestinationsDesk</name>
    <message>
        <source>%1 signs in.</source>
        <translation>%1 meldet sich an.</translation>
    </message>
    <message>
        <source>The call through %1 is under way.</source>
        <translation>Der Aufruf über %1 läuft.</translation>
    </message>
    <message>
        <source>One call, for nobody in person:</source>
        <translation>Ein Aufruf, für keine bestimmte Person:</translation>
    </message>
    <message>
        <source>One call, as %1:</source>
        <translation>Ein Aufruf, als %1:</translation>
    </message>
    <message>
        <source>Destinations</source>
        <translation>Destinations</translation>
    </message>
    <message>
        <source>Open the key of a Destination service</source>
        <translation>Schlüssel eines Destination-Service öffnen</translation>
    </message>
    <message>
        <source>the sandbox</source>
        <translation>die Sandbox</translation>
    </message>
    <message>
        <source>Open the key of a Destination service, or drop it here.

You see its destinations with their own property names, which token each of them needs, and what will not work, before anything is sent. Checks say what they prove.</source>
        <translation>Öffnen Sie den Schlüssel eines Destination-Service oder legen Sie ihn hier ab.

Sie sehen seine Destinations mit ihren eigenen Eigenschaftsnamen, welches Token jede braucht und was nicht funktionieren wird, bevor etwas gesendet wird. Prüfungen sagen, was sie beweisen.</translation>
    </message>
    <message>
        <source>Open the key of a Destination service first.</source>
        <translation>Öffnen Sie zuerst den Schlüssel eines Destination-Service.</translation>
    </message>
    <message>
        <source>This service holds no destination yet. Import one, or drop a file of destinations here.</source>
        <translation>Dieser Service enthält noch keine Destination. Importieren Sie eine oder legen Sie hier eine Datei mit Destinations ab.</translation>
    </message>
    <message>
        <source>A destination needs a Name.</source>
        <translation>Eine Destination braucht einen Namen (Name).</translation>
    </message>
    <message>
        <source>That is what the service holds already.</source>
        <translation>Genau das enthält der Service schon.</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Send it</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>To %1.</source>
        <translation>An %1.</translation>
    </message>
    <message>
        <source>%1 is stored.</source>
        <translation>%1 ist gespeichert.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>There is no way back but to import it again.</source>
        <translation>Zurück geht es nur mit einem neuen Import.</translation>
    </message>
    <message>
        <source>%1 is removed.</source>
        <translation>%1 ist entfernt.</translation>
    </message>
    <message>
        <source>The Call page calls through destinations of the sandbox; check this one here instead.</source>
        <translation>Die Seite „Aufruf“ verwendet Destinations der Sandbox; prüfen Sie diese stattdessen hier.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>%1 holds no key of a Destination service.</source>
        <translation>%1 enthält keinen Schlüssel eines Destination-Service.</translation>
    </message>
    <message>
        <source>Import destinations</source>
        <translation>Destinations importieren</translation>
    </message>
    <message>
        <source>%1 is written, without passwords and secrets.</source>
        <translation>%1 ist geschrieben, ohne Passwörter und Geheimnisse.</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>JSON (*.json);;Properties (*.properties)</source>
        <translation>JSON (*.json);;Properties (*.properties)</translation>
    </message>
    <message>
        <source>The sandbox behaves otherwise by now; check once more.</source>
        <translation>Die Sandbox verhält sich inzwischen anders; noch einmal prüfen.</translation>
    </message>
    <message>
        <source>Another Name makes another destination; %1 stays as it is. To rename it, remove it afterwards.</source>
        <translation>Ein anderer Name ergibt eine weitere Destination; %1 bleibt, wie sie ist. Zum Umbenennen danach die alte entfernen.</translation>
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
    <name>tokentrail::console::FindingsDesk</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>The folder of the project</source>
        <translation>Der Ordner des Projekts</translation>
    </message>
    <message>
        <source>Changed: %1. Restart the service and call again.</source>
        <translation>Geändert: %1. Starten Sie den Service neu und rufen Sie noch einmal auf.</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::KeysDesk</name>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Lock the vault</source>
        <translation>Tresor sperren</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>die Zwischenablage</translation>
    </message>
    <message>
        <source>A project that may use the key</source>
        <translation>Ein Projekt, das den Schlüssel verwenden könnte</translation>
    </message>
    <message>
        <source>A file with a service key</source>
        <translation>Eine Datei mit einem Service-Key</translation>
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
        <source>Kept %1.</source>
        <translation>%1 wird aufbewahrt.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) had to be mended; the key tells.</source>
        <translation>
            <numerusform>%n Stelle musste repariert werden; der Schlüssel zeigt sie.</numerusform>
            <numerusform>%n Stellen mussten repariert werden; der Schlüssel zeigt sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>No file of %1 holds this key.</source>
        <translation>Keine Datei von %1 enthält diesen Schlüssel.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) hold this key.</source>
        <translation>
            <numerusform>%n Datei enthält diesen Schlüssel.</numerusform>
            <numerusform>%n Dateien enthalten diesen Schlüssel.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is no longer kept. The service itself still knows it.</source>
        <translation>%1 wird nicht mehr aufbewahrt. Der Service selbst kennt ihn weiterhin.</translation>
    </message>
    <message numerus="yes">
        <source> … (%n characters)</source>
        <translation>
            <numerusform> … (%n Zeichen)</numerusform>
            <numerusform> … (%n Zeichen)</numerusform>
        </translation>
    </message>
    <message>
        <source>✗ This key does not serve</source>
        <translation>✗ Dieser Schlüssel taugt nicht</translation>
    </message>
    <message>
        <source>Mind this</source>
        <translation>Zu beachten</translation>
    </message>
    <message>
        <source>Mended while reading</source>
        <translation>Beim Lesen repariert</translation>
    </message>
    <message>
        <source>Odd in this key</source>
        <translation>Auffällig an diesem Schlüssel</translation>
    </message>
    <message>
        <source>✓ Proved</source>
        <translation>✓ Bewiesen</translation>
    </message>
    <message>
        <source>✗ Refuted</source>
        <translation>✗ Widerlegt</translation>
    </message>
    <message>
        <source>Not proved</source>
        <translation>Nicht bewiesen</translation>
    </message>
    <message>
        <source>%1, issued by %2, from %3 until %4</source>
        <translation>%1, ausgestellt von %2, gültig von %3 bis %4</translation>
    </message>
    <message>
        <source>Session %1 (%2)</source>
        <translation>Sitzung %1 (%2)</translation>
    </message>
    <message>
        <source>File %1 (%2)</source>
        <translation>Datei %1 (%2)</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>noch %n Tag</numerusform>
            <numerusform>noch %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, kept since %2, from %3 (%4)</source>
        <translation>%1, aufbewahrt seit %2, aus %3 (%4)</translation>
    </message>
    <message>
        <source>The vault is being opened.</source>
        <translation>Der Tresor wird geöffnet.</translation>
    </message>
    <message>
        <source>Keys and sessions are kept until you quit.</source>
        <translation>Schlüssel und Sitzungen bleiben, bis Sie das Programm beenden.</translation>
    </message>
    <message>
        <source>The vault does not open with this passphrase; it was left as it is.</source>
        <translation>Mit dieser Passphrase öffnet sich der Tresor nicht; er wurde nicht verändert.</translation>
    </message>
    <message>
        <source>There is no keychain to use. %1 A passphrase keeps them longer.</source>
        <translation>Es gibt keinen nutzbaren Schlüsselbund. %1 Mit einer Passphrase bleiben sie länger.</translation>
    </message>
    <message>
        <source>The vault is closed with a passphrase. %1</source>
        <translation>Der Tresor ist mit einer Passphrase verschlossen. %1</translation>
    </message>
    <message>
        <source>Replaced %1, which was kept already.</source>
        <translation>%1 ersetzt; der Schlüssel wurde schon aufbewahrt.</translation>
    </message>
    <message>
        <source>Kept %1. Beside %2, which stays: another key of the same instance.</source>
        <translation>%1 wird aufbewahrt. Daneben bleibt %2: ein anderer Schlüssel derselben Instanz.</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::MockProject</name>
    <message>
        <source>“%1” is no attribute: write name = value.</source>
        <translation>„%1“ ist kein Attribut: Schreiben Sie name = wert.</translation>
    </message>
    <message>
        <source>what cds ships</source>
        <translation>was cds mitbringt</translation>
    </message>
    <message>
        <source>Kind %1 does not look at mock users; what is edited here counts for kinds mocked and basic.</source>
        <translation>Die Art %1 beachtet keine Mock-Benutzer; was hier bearbeitet wird, gilt für die Arten mocked und basic.</translation>
    </message>
    <message>
        <source>A name in brackets is read as a profile, not as a user.</source>
        <translation>Ein Name in eckigen Klammern wird als Profil gelesen, nicht als Benutzer.</translation>
    </message>
    <message>
        <source>Nobody can log in as a name with a colon: CAP cuts there.</source>
        <translation>Mit einem Doppelpunkt im Namen kann sich niemand anmelden: CAP schneidet dort ab.</translation>
    </message>
    <message>
        <source>There is a user %1 already.</source>
        <translation>Es gibt schon einen Benutzer %1.</translation>
    </message>
    <message>
        <source>Nobody can log in with this password: CAP cuts what is sent at every colon.</source>
        <translation>Mit diesem Passwort kann sich niemand anmelden: CAP schneidet das Gesendete an jedem Doppelpunkt ab.</translation>
    </message>
    <message>
        <source>Any password will do, none included.</source>
        <translation>Jedes Passwort genügt, auch gar keines.</translation>
    </message>
    <message>
        <source>Type a password, or say that any password will do.</source>
        <translation>Geben Sie ein Passwort ein oder legen Sie fest, dass jedes genügt.</translation>
    </message>
    <message>
        <source>comes with cds</source>
        <translation>kommt mit cds</translation>
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
    <message>
        <source>Do not use the desktop&apos;s keychain for the vault.</source>
        <translation>Den Schlüsselbund des Desktops nicht für den Tresor verwenden.</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::ProjectApprouter</name>
    <message>
        <source>The routes come from the compiled model: cds compile srv --to json &gt; gen/csn.json</source>
        <translation>Die Routen kommen aus dem übersetzten Modell: cds compile srv --to json &gt; gen/csn.json</translation>
    </message>
    <message>
        <source>An approuter in app/router</source>
        <translation>Ein Approuter in app/router</translation>
    </message>
    <message>
        <source>Write the files</source>
        <translation>Dateien schreiben</translation>
    </message>
    <message>
        <source>They are new: nothing that is there is replaced. The user&apos;s token goes on to %1.</source>
        <translation>Sie sind neu: Nichts, was da ist, wird ersetzt. Das Token des Benutzers geht weiter an %1.</translation>
    </message>
    <message>
        <source>%1 is written. It starts only when it is bound to XSUAA, too: that is shown next.</source>
        <translation>%1 ist geschrieben. Er startet erst, wenn er auch an XSUAA gebunden ist: das kommt als Nächstes.</translation>
    </message>
    <message>
        <source>%1 is written. It starts only when it is bound to XSUAA, too: bind the project or start the sandbox, then choose &quot;Bind the approuter …&quot; at this step.</source>
        <translation>%1 ist geschrieben. Er startet erst, wenn er auch an XSUAA gebunden ist: Binden Sie das Projekt oder starten Sie die Sandbox, dann wählen Sie „Approuter binden …“ bei diesem Schritt.</translation>
    </message>
    <message>
        <source>Only an approuter in a folder of its own can be bound from here.</source>
        <translation>Von hier aus lässt sich nur ein Approuter in einem eigenen Ordner binden.</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::ProjectBinding</name>
    <message>
        <source>No sandbox is running: the Sandbox page starts it.</source>
        <translation>Es läuft keine Sandbox: Die Seite Sandbox startet sie.</translation>
    </message>
    <message>
        <source>Binding to the sandbox</source>
        <translation>Bindung an die Sandbox</translation>
    </message>
    <message>
        <source>Binding to the key %1</source>
        <translation>Bindung an den Schlüssel %1</translation>
    </message>
    <message>
        <source>%1: that is what %2 says already.</source>
        <translation>%1: Das steht schon so in %2.</translation>
    </message>
    <message>
        <source>Have git ignore %1</source>
        <translation>%1 von git ignorieren lassen</translation>
    </message>
    <message>
        <source>Add the line</source>
        <translation>Zeile hinzufügen</translation>
    </message>
    <message>
        <source>git would take %1 in, and its secrets with it. First this line; the binding is shown next, and nothing of it is written yet.</source>
        <translation>git würde %1 aufnehmen und die Geheimnisse darin. Zuerst diese Zeile; die Bindung wird danach gezeigt, und nichts davon ist schon geschrieben.</translation>
    </message>
    <message>
        <source>Write the secrets all the same</source>
        <translation>Geheimnisse trotzdem schreiben</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Secrets are shown as dots. The folder is in no git repository.</source>
        <translation>Geheimnisse sind als Punkte gezeigt. Der Ordner liegt in keinem git-Repository.</translation>
    </message>
    <message>
        <source>Secrets are shown as dots, and git ignores %1.</source>
        <translation>Geheimnisse sind als Punkte gezeigt, und git ignoriert %1.</translation>
    </message>
    <message>
        <source>There is no XSUAA to bind the approuter to: bind the project, or start the sandbox.</source>
        <translation>Es gibt kein XSUAA, an das der Approuter gebunden werden könnte: Binden Sie das Projekt, oder starten Sie die Sandbox.</translation>
    </message>
    <message>
        <source>Binding of the approuter to the XSUAA of the project</source>
        <translation>Bindung des Approuters an das XSUAA des Projekts</translation>
    </message>
    <message>
        <source>Binding of the approuter to the sandbox</source>
        <translation>Bindung des Approuters an die Sandbox</translation>
    </message>
    <message>
        <source>%1 is written to %2. It is started with: %3</source>
        <translation>%1 steht jetzt in %2. So wird gestartet: %3</translation>
    </message>
    <message>
        <source>git has %1 already: the secrets would go into the next commit. This takes it out of git and leaves it here:
git rm --cached %1</source>
        <translation>git hat %1 schon: Die Geheimnisse kämen in den nächsten Commit. So kommt die Datei aus git heraus und bleibt hier liegen:
git rm --cached %1</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::ProjectDescriptor</name>
    <message>
        <source>Compile the model first: cds compile srv --to json &gt; gen/csn.json</source>
        <translation>Kompilieren Sie zuerst das Modell: cds compile srv --to json &gt; gen/csn.json</translation>
    </message>
    <message>
        <source>xs-security.json has all that the model asks for.</source>
        <translation>xs-security.json enthält alles, was das Modell verlangt.</translation>
    </message>
    <message>
        <source>Bring xs-security.json in line with the model</source>
        <translation>xs-security.json an das Modell angleichen</translation>
    </message>
    <message>
        <source>Save xs-security.json</source>
        <translation>xs-security.json speichern</translation>
    </message>
    <message>
        <source>Update of %1: %2</source>
        <translation>Aktualisierung von %1: %2</translation>
    </message>
    <message>
        <source>The descriptor that is deployed, or an earlier one</source>
        <translation>Der bereitgestellte Deskriptor oder ein früherer</translation>
    </message>
    <message>
        <source>JSON files (*.json);;All files (*)</source>
        <translation>JSON-Dateien (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 is no xs-security.json: it must be an object.</source>
        <translation>%1 ist keine xs-security.json: Sie muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>An update of %1 changes nothing that it must not.</source>
        <translation>Eine Aktualisierung von %1 ändert nichts, was sie nicht darf.</translation>
    </message>
    <message>
        <source>What was missing is in the text that you are changing; it is not saved yet.</source>
        <translation>Was fehlte, steht jetzt in dem Text, den Sie ändern; er ist noch nicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::ProjectDesk</name>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Open the folder of a CAP project</source>
        <translation>Ordner eines CAP-Projekts öffnen</translation>
    </message>
    <message>
        <source>%1 is no folder.</source>
        <translation>%1 ist kein Ordner.</translation>
    </message>
    <message>
        <source>development</source>
        <translation>Entwicklung</translation>
    </message>
    <message>
        <source>hybrid</source>
        <translation>hybrid</translation>
    </message>
    <message>
        <source>production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>The model is not compiled, so nobody can tell who may do what. In the project: cds compile srv --to json &gt; gen/csn.json</source>
        <translation>Das Modell ist nicht kompiliert, daher lässt sich nicht sagen, wer was darf. Im Projekt: cds compile srv --to json &gt; gen/csn.json</translation>
    </message>
    <message>
        <source>Predicted from the compiled model for the profile %1; handlers in code are not read. Choose a cell to see why.</source>
        <translation>Vorhergesagt aus dem kompilierten Modell für das Profil %1; Handler im Code werden nicht gelesen. Wählen Sie eine Zelle, um den Grund zu sehen.</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>%1 is not there yet, and is made.</source>
        <translation>%1 gibt es noch nicht; die Datei wird angelegt.</translation>
    </message>
    <message>
        <source>Only these lines of %1 change.</source>
        <translation>Nur diese Zeilen von %1 ändern sich.</translation>
    </message>
    <message>
        <source>✗ error</source>
        <translation>✗ Fehler</translation>
    </message>
    <message>
        <source>! warning</source>
        <translation>! Warnung</translation>
    </message>
    <message>
        <source>· hint</source>
        <translation>· Hinweis</translation>
    </message>
    <message>
        <source>custom</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>defaults of cds</source>
        <translation>Vorgaben von cds</translation>
    </message>
    <message>
        <source>, line %1</source>
        <translation>, Zeile %1</translation>
    </message>
    <message>
        <source>the environment</source>
        <translation>die Umgebung</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ erledigt</translation>
    </message>
    <message>
        <source>○ open</source>
        <translation>○ offen</translation>
    </message>
    <message>
        <source>✗ wrong</source>
        <translation>✗ falsch</translation>
    </message>
    <message>
        <source>Authentication in development: %1 · hybrid: %2 · production: %3</source>
        <translation>Authentifizierung in Entwicklung: %1 · hybrid: %2 · Produktion: %3</translation>
    </message>
    <message>
        <source>cds itself would stop: %1</source>
        <translation>cds selbst würde abbrechen: %1</translation>
    </message>
    <message>
        <source>✓ allowed</source>
        <translation>✓ erlaubt</translation>
    </message>
    <message>
        <source>✓ some rows</source>
        <translation>✓ einige Zeilen</translation>
    </message>
    <message>
        <source>? unknown</source>
        <translation>? unbekannt</translation>
    </message>
    <message>
        <source>Condition: %1.</source>
        <translation>Bedingung: %1.</translation>
    </message>
    <message>
        <source>Its handler is code, which was not read.</source>
        <translation>Sein Handler ist Code, der nicht gelesen wurde.</translation>
    </message>
    <message>
        <source>Asking %1: %2 of %3 requests</source>
        <translation>%1 wird gefragt: %2 von %3 Anfragen</translation>
    </message>
    <message>
        <source>%1 cells were asked of the running service, %2 differ from the prediction. Choose a cell to see both.</source>
        <translation>%1 Zellen wurden beim laufenden Service erfragt, %2 weichen von der Vorhersage ab. Eine Zelle zeigt beides.</translation>
    </message>
    <message>
        <source>%1 of %2 requests had no answer.</source>
        <translation>%1 von %2 Anfragen blieben ohne Antwort.</translation>
    </message>
    <message>
        <source>The running service differs from the prediction in %1 of %2 cells.</source>
        <translation>Der laufende Service weicht in %1 von %2 Zellen von der Vorhersage ab.</translation>
    </message>
    <message>
        <source>The running service answers %1 cells as predicted; of %2 more nothing is predicted.</source>
        <translation>Der laufende Service antwortet in %1 Zellen wie vorhergesagt; für %2 weitere ist nichts vorhergesagt.</translation>
    </message>
    <message>
        <source>The running service answers all %1 cells as predicted.</source>
        <translation>Der laufende Service antwortet in allen %1 Zellen wie vorhergesagt.</translation>
    </message>
    <message>
        <source>Not asked of the running service.</source>
        <translation>Beim laufenden Service nicht erfragt.</translation>
    </message>
    <message>
        <source> · no answer</source>
        <translation> · keine Antwort</translation>
    </message>
    <message>
        <source>The running service gave no answer to %1.</source>
        <translation>Der laufende Service gab auf %1 keine Antwort.</translation>
    </message>
    <message>
        <source> · %1</source>
        <translation> · %1</translation>
    </message>
    <message>
        <source>The running service answered %1 to %2.</source>
        <translation>Der laufende Service antwortete %1 auf %2.</translation>
    </message>
    <message>
        <source> ≠ %1</source>
        <translation> ≠ %1</translation>
    </message>
    <message>
        <source>The running service does not agree: it answered %1 to %2.</source>
        <translation>Der laufende Service stimmt nicht überein: Er antwortete %1 auf %2.</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::ProjectEdits</name>
    <message>
        <source>%1 is written.</source>
        <translation>%1 ist geschrieben.</translation>
    </message>
    <message>
        <source>Nothing of this folder is left to be taken back.</source>
        <translation>In diesem Ordner ist nichts mehr zurückzunehmen.</translation>
    </message>
    <message>
        <source>Taken back: %1.</source>
        <translation>Zurückgenommen: %1.</translation>
    </message>
    <message>
        <source>Taken back: %1. Before that: %2.</source>
        <translation>Zurückgenommen: %1. Davor: %2.</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::ProjectOwnCds</name>
    <message>
        <source>cds env of the project is running …</source>
        <translation>cds env des Projekts läuft …</translation>
    </message>
    <message>
        <source>No difference: cds env of the project says the same.</source>
        <translation>Kein Unterschied: cds env des Projekts sagt dasselbe.</translation>
    </message>
    <message numerus="yes">
        <source>cds env of the project differs in %n value(s).</source>
        <translation>
            <numerusform>cds env des Projekts weicht in einem Wert ab.</numerusform>
            <numerusform>cds env des Projekts weicht in %n Werten ab.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokentrail::console::RolesDesk</name>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>No sandbox is running.</source>
        <translation>Es läuft keine Sandbox.</translation>
    </message>
    <message>
        <source>the sandbox</source>
        <translation>die Sandbox</translation>
    </message>
    <message>
        <source>Kept keys</source>
        <translation>Aufbewahrte Schlüssel</translation>
    </message>
    <message>
        <source>Apply or discard the planned changes first.</source>
        <translation>Wenden Sie zuerst die geplanten Änderungen an oder verwerfen Sie sie.</translation>
    </message>
    <message>
        <source>%1 was taken out of the plan: %2</source>
        <translation>%1 wurde aus dem Plan genommen: %2</translation>
    </message>
    <message>
        <source>Applying</source>
        <translation>Wird angewendet</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) done. Who is logged in already has them after the next login.</source>
        <translation>
            <numerusform>%n Änderung ausgeführt. Wer schon angemeldet ist, hat sie nach der nächsten Anmeldung.</numerusform>
            <numerusform>%n Änderungen ausgeführt. Wer schon angemeldet ist, hat sie nach der nächsten Anmeldung.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) done, %1 left in the plan: Apply goes on.</source>
        <translation>
            <numerusform>%n Änderung ausgeführt, %1 noch im Plan: Anwenden macht weiter.</numerusform>
            <numerusform>%n Änderungen ausgeführt, %1 noch im Plan: Anwenden macht weiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Takes back: %1</source>
        <translation>Nimmt zurück: %1</translation>
    </message>
    <message>
        <source>Export roles and assignments</source>
        <translation>Rollen und Zuweisungen exportieren</translation>
    </message>
    <message>
        <source>Everything as JSON (*.json);;Assignments as CSV (*.csv)</source>
        <translation>Alles als JSON (*.json);;Zuweisungen als CSV (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>In %1 geschrieben.</translation>
    </message>
    <message>
        <source>Import roles and assignments</source>
        <translation>Rollen und Zuweisungen importieren</translation>
    </message>
    <message>
        <source>JSON or CSV (*.json *.csv)</source>
        <translation>JSON oder CSV (*.json *.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>Everything of %1 is there already.</source>
        <translation>Alles aus %1 ist schon vorhanden.</translation>
    </message>
    <message>
        <source>The token of the running session says what this preview says.</source>
        <translation>Das Token der laufenden Sitzung sagt dasselbe wie diese Vorschau.</translation>
    </message>
    <message>
        <source>A login now would give another token than the running session has.</source>
        <translation>Eine Anmeldung ergäbe jetzt ein anderes Token als das der laufenden Sitzung.</translation>
    </message>
    <message>
        <source>%1 has a new token.</source>
        <translation>%1 hat ein neues Token.</translation>
    </message>
    <message>
        <source>No key is kept with which the role collections of %1 could be read.</source>
        <translation>Kein aufbewahrter Schlüssel kann die Rollensammlungen von %1 lesen.</translation>
    </message>
    <message>
        <source>%1 (%2) is not among the users here.</source>
        <translation>%1 (%2) ist nicht unter den Benutzern hier.</translation>
    </message>
    <message>
        <source>%1 has %2 by now: log in again, and the token has it, too.</source>
        <translation>%1 hat %2 inzwischen: Nach einer neuen Anmeldung hat das Token es auch.</translation>
    </message>
    <message>
        <source>So it would be if %1 had %2. Plan it, apply the plan, and log in again.</source>
        <translation>So wäre es, wenn %1 %2 hätte. Einplanen, den Plan anwenden und neu anmelden.</translation>
    </message>
    <message>
        <source>%1 has a new token. The last call was refused with the one before.</source>
        <translation>%1 hat ein neues Token. Der letzte Aufruf wurde mit dem vorigen abgewiesen.</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::SandboxDesk</name>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>die Anwendung</translation>
    </message>
    <message>
        <source>%1 %2 as %3</source>
        <translation>%1 %2 als %3</translation>
    </message>
    <message>
        <source>%1, via %2</source>
        <translation>%1, über %2</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>XSUAA</source>
        <translation>XSUAA</translation>
    </message>
    <message>
        <source>XSUAA, plain http</source>
        <translation>XSUAA, einfaches HTTP</translation>
    </message>
    <message>
        <source>Destination service</source>
        <translation>Destination-Service</translation>
    </message>
    <message>
        <source>Connectivity proxy</source>
        <translation>Connectivity-Proxy</translation>
    </message>
    <message>
        <source>Backend</source>
        <translation>Backend</translation>
    </message>
    <message>
        <source>Sample service</source>
        <translation>Beispielservice</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation>Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>SANDBOX · stopped</source>
        <translation>SANDBOX · angehalten</translation>
    </message>
    <message>
        <source>fault %1 = %2</source>
        <translation>Störung %1 = %2</translation>
    </message>
    <message>
        <source>destination %1</source>
        <translation>Destination %1</translation>
    </message>
    <message>
        <source>another password than the user&apos;s</source>
        <translation>ein anderes Passwort als das des Benutzers</translation>
    </message>
    <message>
        <source>Signing in fails before there is a call: see it with tokentrailctl sandbox scenario run %1</source>
        <translation>Die Anmeldung scheitert schon vor dem Aufruf: Sehen Sie es mit tokentrailctl sandbox scenario run %1</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::ServiceCaller</name>
    <message>
        <source>%1, session %2</source>
        <translation>%1, Sitzung %2</translation>
    </message>
    <message>
        <source>mock user</source>
        <translation>Mock-Benutzer</translation>
    </message>
    <message>
        <source>session, %1</source>
        <translation>Sitzung, %1</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::SessionBook</name>
    <message>
        <source>no credentials</source>
        <translation>keine Anmeldedaten</translation>
    </message>
    <message>
        <source>signs in when sent</source>
        <translation>meldet sich beim Senden an</translation>
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
    <message>
        <source>Basic, as a mock user</source>
        <translation>Basic, als Mock-Benutzer</translation>
    </message>
    <message>
        <source>logged out</source>
        <translation>abgemeldet</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Signed in with a key</source>
        <translation>Mit einem Schlüssel angemeldet</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::SessionKeeper</name>
    <message>
        <source>session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>%1 has the next token.</source>
        <translation>%1 hat das nächste Token.</translation>
    </message>
    <message>
        <source>of this run</source>
        <translation>von diesem Programmlauf</translation>
    </message>
    <message>
        <source>logged out</source>
        <translation>abgemeldet</translation>
    </message>
    <message>
        <source>Logged out: the token service revoked the refresh token, and refused it when it was tried. Services take the access token until it ends.</source>
        <translation>Abgemeldet: Der Tokendienst hat das Refresh-Token widerrufen und es bei der Probe abgelehnt. Dienste nehmen das Access-Token an, bis es endet.</translation>
    </message>
    <message>
        <source>Logged out: the token service says that it revoked the refresh token; that was not shown. Services take the access token until it ends.</source>
        <translation>Abgemeldet: Der Tokendienst sagt, er habe das Refresh-Token widerrufen; gezeigt hat sich das nicht. Dienste nehmen das Access-Token an, bis es endet.</translation>
    </message>
    <message>
        <source>Logged out here, but the token service still takes the refresh token, although it said that it revoked it.</source>
        <translation>Hier abgemeldet, aber der Tokendienst nimmt das Refresh-Token noch an, obwohl er es angeblich widerrufen hat.</translation>
    </message>
    <message>
        <source>Logged out here; the token service offers no revocation: the refresh token lives until it ends.</source>
        <translation>Hier abgemeldet; der Tokendienst bietet keinen Widerruf an: Das Refresh-Token gilt, bis es endet.</translation>
    </message>
    <message>
        <source>Logged out here; the token service did not let the session revoke its refresh token, which lives until it ends.</source>
        <translation>Hier abgemeldet; der Tokendienst ließ die Sitzung ihr Refresh-Token nicht widerrufen; es gilt, bis es endet.</translation>
    </message>
    <message>
        <source>Logged out. There was no refresh token to revoke; services take the access token until it ends.</source>
        <translation>Abgemeldet. Es gab kein Refresh-Token zu widerrufen; Dienste nehmen das Access-Token an, bis es endet.</translation>
    </message>
    <message>
        <source>Logged out here; the refresh token was not revoked, since the access token to ask with had ended.</source>
        <translation>Hier abgemeldet; das Refresh-Token wurde nicht widerrufen, weil das Access-Token dafür abgelaufen war.</translation>
    </message>
    <message>
        <source>Logged out here; the refresh token was not revoked, since the token service gave no answer.</source>
        <translation>Hier abgemeldet; das Refresh-Token wurde nicht widerrufen, weil der Tokendienst nicht geantwortet hat.</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::SessionSignIn</name>
    <message>
        <source>This session is gone.</source>
        <translation>Diese Sitzung gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>No service key is at hand to sign %1 in with.</source>
        <translation>Es liegt kein Service-Key vor, um %1 anzumelden.</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::SignInDesk</name>
    <message>
        <source>The session and its tokens are gone from this machine.</source>
        <translation>Die Sitzung und ihre Tokens sind von diesem Rechner gelöscht.</translation>
    </message>
    <message>
        <source>the sandbox’s application</source>
        <translation>die Anwendung der Sandbox</translation>
    </message>
    <message>
        <source>This key is no longer kept.</source>
        <translation>Dieser Schlüssel wird nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>Cancelled; nobody was signed in.</source>
        <translation>Abgebrochen; niemand wurde angemeldet.</translation>
    </message>
    <message>
        <source>its secret</source>
        <translation>mit seinem Secret</translation>
    </message>
    <message>
        <source>its certificate (mutual TLS)</source>
        <translation>mit seinem Zertifikat (Mutual TLS)</translation>
    </message>
    <message>
        <source>Tokentrail has no login window of its own here: it was built without Qt WebEngine.</source>
        <translation>Tokentrail hat hier kein eigenes Anmeldefenster: Es wurde ohne Qt WebEngine gebaut.</translation>
    </message>
    <message>
        <source>A login window of Tokentrail is not opened for root: its browser would run without its sandbox.</source>
        <translation>Für root öffnet Tokentrail kein eigenes Anmeldefenster: Dessen Browser liefe ohne seine Sandbox.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>%1 holds no assertion and no token: it is no text, or too large.</source>
        <translation>%1 enthält weder Assertion noch Token: Es ist kein Text oder zu groß.</translation>
    </message>
    <message>
        <source>What is exchanged</source>
        <translation>Was getauscht wird</translation>
    </message>
    <message>
        <source>Logged out here; the token service is asked to take the refresh token no more.</source>
        <translation>Hier abgemeldet; der Tokendienst wird gebeten, das Refresh-Token nicht mehr anzunehmen.</translation>
    </message>
    <message>
        <source>the sandbox’s own authority</source>
        <translation>die eigene Zertifizierungsstelle der Sandbox</translation>
    </message>
    <message>
        <source>The window was closed before anybody had logged in; nobody was signed in.</source>
        <translation>Das Fenster wurde geschlossen, bevor sich jemand angemeldet hatte; niemand wurde angemeldet.</translation>
    </message>
    <message>
        <source>It is at %1%2.</source>
        <translation>Es steht bei %1%2.</translation>
    </message>
    <message>
        <source>It leads to %1, which is not part of the identity zone; the window asks whether to go on there.</source>
        <translation>Der Weg führt zu %1, das nicht zur Identity Zone gehört; das Fenster fragt, ob es dort weitergehen soll.</translation>
    </message>
    <message>
        <source>The certificate of %1 was not accepted; the window says why.</source>
        <translation>Das Zertifikat von %1 wurde nicht angenommen; das Fenster sagt, warum.</translation>
    </message>
    <message>
        <source>%1 has a new token, and calls with it.</source>
        <translation>%1 hat ein neues Token und ruft damit auf.</translation>
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
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>used in a call</source>
        <translation>in einem Aufruf verwendet</translation>
    </message>
    <message>
        <source>the application</source>
        <translation>die Anwendung</translation>
    </message>
    <message>
        <source>Only a sandbox that runs here signs tokens.</source>
        <translation>Nur eine Sandbox, die hier läuft, signiert Tokens.</translation>
    </message>
    <message>
        <source>made: %1</source>
        <translation>erzeugt: %1</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::TrailBook</name>
    <message>
        <source>a log, no hops · %1</source>
        <translation>ein Log, keine Hops · %1</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>this window</source>
        <translation>dieses Fenster</translation>
    </message>
    <message>
        <source>another client</source>
        <translation>ein anderer Client</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::TrailFile</name>
    <message>
        <source>%1 holds nothing that tells of a call: a trail as JSON, a HAR or a log is wanted.</source>
        <translation>%1 enthält nichts, was von einem Aufruf berichtet: Erwartet wird eine Spur als JSON, ein HAR oder ein Log.</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::TrailsDesk</name>
    <message>
        <source>Trails</source>
        <translation>Spuren</translation>
    </message>
    <message>
        <source>Open a trail, a HAR or a log…</source>
        <translation>Spur, HAR oder Log öffnen …</translation>
    </message>
    <message>
        <source>Compare the call with the last that worked</source>
        <translation>Den Aufruf mit dem letzten erfolgreichen vergleichen</translation>
    </message>
    <message>
        <source>Open a trail, a HAR or a log</source>
        <translation>Spur, HAR oder Log öffnen</translation>
    </message>
    <message>
        <source>Trails, HAR, logs (*.json *.har *.log *.txt);;All files (*)</source>
        <translation>Spuren, HAR, Logs (*.json *.har *.log *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>No other call of this run worked yet, so there is none to compare with.</source>
        <translation>Seit dem Start war noch kein anderer Aufruf erfolgreich, daher gibt es keinen zum Vergleichen.</translation>
    </message>
    <message>
        <source>No call was made yet.</source>
        <translation>Noch wurde nichts aufgerufen.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>%1 is larger than 256 MB. The command line reads it: tokentrailctl diagnose.</source>
        <translation>%1 ist größer als 256 MB. Die Kommandozeile liest die Datei: tokentrailctl diagnose.</translation>
    </message>
    <message>
        <source>%1 holds no call.</source>
        <translation>%1 enthält keinen Aufruf.</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::UsersDesk</name>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Authenticate with kind %1</source>
        <translation>Mit der Art %1 authentifizieren</translation>
    </message>
    <message>
        <source>Let unknown names in</source>
        <translation>Unbekannte Namen einlassen</translation>
    </message>
    <message>
        <source>Refuse unknown names</source>
        <translation>Unbekannte Namen ablehnen</translation>
    </message>
    <message>
        <source>Features of tenant %1</source>
        <translation>Features des Mandanten %1</translation>
    </message>
    <message>
        <source>Open the folder of a CAP project</source>
        <translation>Ordner eines CAP-Projekts öffnen</translation>
    </message>
    <message>
        <source>%1 is no folder.</source>
        <translation>%1 ist kein Ordner.</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>That is what %1 says already.</source>
        <translation>Genau das steht schon in %1.</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Only these lines of %1 change.</source>
        <translation>Nur diese Zeilen von %1 ändern sich.</translation>
    </message>
    <message>
        <source>%1 is written to %2.</source>
        <translation>%1 ist in %2 geschrieben.</translation>
    </message>
    <message>
        <source>%1 is taken back.</source>
        <translation>%1 ist zurückgenommen.</translation>
    </message>
    <message>
        <source>No sandbox is running.</source>
        <translation>Es läuft keine Sandbox.</translation>
    </message>
    <message>
        <source>The sandbox knows no application %1.</source>
        <translation>Die Sandbox kennt keine Anwendung %1.</translation>
    </message>
    <message>
        <source>No user of the sandbox has a role of %1.</source>
        <translation>Kein Benutzer der Sandbox hat eine Rolle von %1.</translation>
    </message>
    <message>
        <source>Mock users from role collections</source>
        <translation>Mock-Benutzer aus Rollensammlungen</translation>
    </message>
    <message numerus="yes">
        <source>%n role collection(s) made in the sandbox.</source>
        <translation>
            <numerusform>%n Rollensammlung in der Sandbox angelegt.</numerusform>
            <numerusform>%n Rollensammlungen in der Sandbox angelegt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Mock users of %1</source>
        <translation>Mock-Benutzer von %1</translation>
    </message>
</context>
<context>
    <name>tokentrail::console::VaultKeeper</name>
    <message>
        <source>The vault is locked.</source>
        <translation>Der Tresor ist gesperrt.</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::AccessPanel</name>
    <message>
        <source>Who may do what, as predicted from the model</source>
        <translation>Wer was darf, vorhergesagt aus dem Modell</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Nächste Abweichung</translation>
    </message>
    <message>
        <source>%1 for %2: %3. %4</source>
        <translation>%1 für %2: %3. %4</translation>
    </message>
    <message>
        <source>%1 for %2: %3</source>
        <translation>%1 für %2: %3</translation>
    </message>
    <message>
        <source>Ask the running service …</source>
        <translation>Den laufenden Service fragen …</translation>
    </message>
    <message>
        <source>Sends a request for every cell to the service that cds watch started. Asks first as whom, and whether with what writes.</source>
        <translation>Sendet für jede Zelle eine Anfrage an den Service, den cds watch gestartet hat. Fragt vorher, als wer und ob auch schreibend.</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::AuthForm</name>
    <message>
        <source>The users of the list, and those that cds ships, log in with Basic.</source>
        <translation>Die Benutzer der Liste und die von cds mitgebrachten melden sich mit Basic an.</translation>
    </message>
    <message>
        <source>The users of the list log in with Basic; cds ships none.</source>
        <translation>Die Benutzer der Liste melden sich mit Basic an; cds bringt keine mit.</translation>
    </message>
    <message>
        <source>Nobody logs in, and everybody may do everything.</source>
        <translation>Niemand meldet sich an, und jeder darf alles.</translation>
    </message>
    <message>
        <source>Tokens are checked with the key of a bound service; the users of the list are not looked at.</source>
        <translation>Tokens werden mit dem Schlüssel eines gebundenen Service geprüft; die Benutzer der Liste bleiben unbeachtet.</translation>
    </message>
    <message>
        <source>cds knows no such kind; the server does not start.</source>
        <translation>cds kennt diese Art nicht; der Server startet nicht.</translation>
    </message>
    <message>
        <source>Authentication of the project</source>
        <translation>Authentifizierung des Projekts</translation>
    </message>
    <message>
        <source>How the service authenticates</source>
        <translation>Wie der Service authentifiziert</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Kind of authentication</source>
        <translation>Art der Authentifizierung</translation>
    </message>
    <message>
        <source>Names that are not in the list</source>
        <translation>Namen, die nicht in der Liste stehen</translation>
    </message>
    <message>
        <source>get in, without roles</source>
        <translation>kommen hinein, ohne Rollen</translation>
    </message>
    <message>
        <source>are refused</source>
        <translation>werden abgelehnt</translation>
    </message>
    <message>
        <source>Feature toggles of a tenant</source>
        <translation>Feature-Toggles eines Mandanten</translation>
    </message>
    <message>
        <source>tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Mandant</translation>
    </message>
    <message>
        <source>Name of the tenant</source>
        <translation>Name des Mandanten</translation>
    </message>
    <message>
        <source>isbn, reviews; * for all</source>
        <translation>isbn, reviews; * für alle</translation>
    </message>
    <message>
        <source>Feature toggles of the tenant</source>
        <translation>Feature-Toggles des Mandanten</translation>
    </message>
    <message>
        <source>Show the change…</source>
        <translation>Änderung zeigen …</translation>
    </message>
    <message>
        <source>Show the change of the tenant</source>
        <translation>Änderung des Mandanten zeigen</translation>
    </message>
    <message>
        <source>They count for users without toggles of their own.</source>
        <translation>Sie gelten für Benutzer ohne eigene Toggles.</translation>
    </message>
    <message>
        <source>From %1. %2</source>
        <translation>Aus %1. %2</translation>
    </message>
    <message>
        <source>No entry &quot;*&quot; is there.</source>
        <translation>Einen Eintrag &quot;*&quot; gibt es nicht.</translation>
    </message>
    <message>
        <source>The entry &quot;*&quot; stands in %1.</source>
        <translation>Der Eintrag &quot;*&quot; steht in %1.</translation>
    </message>
    <message>
        <source>a new one</source>
        <translation>ein neuer</translation>
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
    <name>tokentrail::ui::BodyView</name>
    <message>
        <source>Body of the response</source>
        <translation>Body der Antwort</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>Noch wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>%1 are made ready.</source>
        <translation>%1 werden aufbereitet.</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::BrowserWait</name>
    <message>
        <source>URL of the login</source>
        <translation>URL der Anmeldung</translation>
    </message>
    <message>
        <source>Copy the URL</source>
        <translation>URL kopieren</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Erneut öffnen</translation>
    </message>
    <message>
        <source>Log in with the browser that opened. Whoever logs in comes back to %1; it is waited for another %2.</source>
        <translation>Melden Sie sich im geöffneten Browser an. Danach führt er zurück zu %1; gewartet wird noch %2.</translation>
    </message>
    <message>
        <source>Log in in the window that opened. It keeps no cookie and is closed when the login is over; it is waited for another %1.</source>
        <translation>Melden Sie sich in dem Fenster an, das sich geöffnet hat. Es behält kein Cookie und schließt sich nach der Anmeldung; gewartet wird noch %1.</translation>
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
    <message>
        <source>What the model of the open project says to this call: show why</source>
        <translation>Was das Modell des geöffneten Projekts zu diesem Aufruf sagt: Grund zeigen</translation>
    </message>
    <message>
        <source>The answer says: “%1”</source>
        <translation>Die Antwort sagt: „%1“</translation>
    </message>
    <message>
        <source>The request itself was refused</source>
        <translation>Der Request selbst wurde abgelehnt</translation>
    </message>
    <message>
        <source>%1 Nothing in the hops points to a token or a role.</source>
        <translation>%1 Nichts in den Hops deutet auf ein Token oder eine Rolle.</translation>
    </message>
    <message>
        <source>Refused, and no rule knows why</source>
        <translation>Abgelehnt, und keine Regel weiß warum</translation>
    </message>
    <message>
        <source>The hops and the response hold what was seen.</source>
        <translation>Die Hops und die Antwort enthalten, was zu sehen war.</translation>
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
        <source> — not reached, would fail too</source>
        <translation> — nicht erreicht, schlüge auch fehl</translation>
    </message>
    <message>
        <source> — not reached, would pass</source>
        <translation> — nicht erreicht, wäre in Ordnung</translation>
    </message>
    <message>
        <source>its end is not said properly</source>
        <translation>Ende nicht richtig angegeben</translation>
    </message>
    <message>
        <source>its beginning is not said properly</source>
        <translation>Beginn nicht richtig angegeben</translation>
    </message>
    <message>
        <source>cannot be read as a token</source>
        <translation>nicht als Token lesbar</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>not valid yet</source>
        <translation>noch nicht gültig</translation>
    </message>
    <message>
        <source>not meant for this service</source>
        <translation>nicht für diesen Service bestimmt</translation>
    </message>
    <message>
        <source>key id missing</source>
        <translation>Schlüssel-ID fehlt</translation>
    </message>
    <message>
        <source>no key set to check with</source>
        <translation>kein Schlüsselsatz für die Prüfung</translation>
    </message>
    <message>
        <source>key id unknown to the issuer</source>
        <translation>Schlüssel-ID beim Aussteller unbekannt</translation>
    </message>
    <message>
        <source>algorithm not accepted</source>
        <translation>Algorithmus nicht erlaubt</translation>
    </message>
    <message>
        <source>signature wrong</source>
        <translation>Signatur falsch</translation>
    </message>
    <message>
        <source>signature right</source>
        <translation>Signatur richtig</translation>
    </message>
    <message>
        <source>: not checked</source>
        <translation>: nicht geprüft</translation>
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
    <name>tokentrail::ui::CollectionModel</name>
    <message>
        <source>Role collection</source>
        <translation>Rollensammlung</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::CollectionPanel</name>
    <message>
        <source>The role collection</source>
        <translation>Die Rollensammlung</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zugewiesen an</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Roles of the collection</source>
        <translation>Rollen der Sammlung</translation>
    </message>
    <message>
        <source>Add a role by its name</source>
        <translation>Rolle mit Namen hinzufügen</translation>
    </message>
    <message>
        <source>Role to add to the collection</source>
        <translation>Rolle, die in die Sammlung kommt</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Users and groups with the collection</source>
        <translation>Benutzer und Gruppen mit der Sammlung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>User or group to assign the collection to</source>
        <translation>Benutzer oder Gruppe, die die Sammlung bekommt</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Kind of who is to be assigned</source>
        <translation>Ob Benutzer oder Gruppe</translation>
    </message>
    <message>
        <source>Origin key of the identity provider</source>
        <translation>Origin-Key des Identity-Providers</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Entziehen</translation>
    </message>
    <message>
        <source>Roles (%1)</source>
        <translation>Rollen (%1)</translation>
    </message>
    <message>
        <source>Assigned to (%1)</source>
        <translation>Zugewiesen an (%1)</translation>
    </message>
    <message>
        <source>There is no role “%1”. Create it from a template first.</source>
        <translation>Es gibt keine Rolle „%1“. Legen Sie sie zuerst aus einer Vorlage an.</translation>
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
    <message>
        <source>No command has these letters in this order.</source>
        <translation>Kein Befehl hat diese Buchstaben in dieser Reihenfolge.</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::ComparisonView</name>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>Voriger Unterschied</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Nächster Unterschied</translation>
    </message>
    <message>
        <source>Trail of the one that worked</source>
        <translation>Spur des erfolgreichen Aufrufs</translation>
    </message>
    <message>
        <source>Trail of the other one</source>
        <translation>Spur des anderen Aufrufs</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>First: %1</source>
        <translation>Erste: %1</translation>
    </message>
    <message>
        <source>Second: %1</source>
        <translation>Zweite: %1</translation>
    </message>
    <message>
        <source>First difference of %1 — %2</source>
        <translation>Erster Unterschied von %1 – %2</translation>
    </message>
    <message>
        <source>Difference %1 of %2 — %3</source>
        <translation>Unterschied %1 von %2 – %3</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::DescriptorChoiceField</name>
    <message>
        <source>means %1</source>
        <translation>bedeutet %1</translation>
    </message>
    <message>
        <source>not written</source>
        <translation>nicht angegeben</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::DescriptorEditor</name>
    <message>
        <source>Ctrl+Space offers what can be written at the caret.</source>
        <translation>Strg+Leertaste bietet an, was an der Schreibmarke stehen kann.</translation>
    </message>
    <message>
        <source>What can be written here</source>
        <translation>Was hier stehen kann</translation>
    </message>
    <message>
        <source>Nothing is known that could be written here.</source>
        <translation>Es ist nichts bekannt, was hier stehen könnte.</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::DescriptorEntry</name>
    <message>
        <source>The chosen entry</source>
        <translation>Der gewählte Eintrag</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Authorities and scopes of other applications</source>
        <translation>Authorities und Scopes anderer Anwendungen</translation>
    </message>
    <message>
        <source>Limits: %1.</source>
        <translation>Grenzen: %1.</translation>
    </message>
    <message>
        <source>There are none yet.</source>
        <translation>Es gibt noch keine.</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>ohne Namen</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s) that this form does not know stay as they are: %1.</source>
        <translation>
            <numerusform>%n Angabe, die dieses Formular nicht kennt, bleibt, wie sie ist: %1.</numerusform>
            <numerusform>%n Angaben, die dieses Formular nicht kennt, bleiben, wie sie sind: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::DescriptorField</name>
    <message>
        <source>Something else stands here, which this form does not show; it stays. The text shows it.</source>
        <translation>Hier steht etwas anderes, das dieses Formular nicht zeigt; es bleibt. Der Text zeigt es.</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::DescriptorForm</name>
    <message>
        <source>Add a scope</source>
        <translation>Scope hinzufügen</translation>
    </message>
    <message>
        <source>Add an attribute</source>
        <translation>Attribut hinzufügen</translation>
    </message>
    <message>
        <source>Add a role template</source>
        <translation>Rollenvorlage hinzufügen</translation>
    </message>
    <message>
        <source>Add a role collection</source>
        <translation>Rollensammlung hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>There is no xs-security.json yet. Begin an empty one, or have one made from the roles that the model asks for, with &quot;Bring in line with the model …&quot; above.</source>
        <translation>Es gibt noch keine xs-security.json. Beginnen Sie eine leere, oder lassen Sie mit „An das Modell angleichen …“ oben eine aus den Rollen machen, die das Modell verlangt.</translation>
    </message>
    <message>
        <source>Begin an empty one</source>
        <translation>Eine leere beginnen</translation>
    </message>
    <message>
        <source>The form waits until the text can be read. Line %1, column %2: %3</source>
        <translation>Das Formular wartet, bis der Text lesbar ist. Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>An xs-security.json is an object.</source>
        <translation>Eine xs-security.json ist ein Objekt.</translation>
    </message>
    <message>
        <source>Show the place</source>
        <translation>Stelle zeigen</translation>
    </message>
    <message>
        <source>A change would alter more of this file than its lines, so that it is only shown here.</source>
        <translation>Eine Änderung würde an dieser Datei mehr als ihre Zeilen ändern; deshalb wird sie hier nur gezeigt.</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>Entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>Removed. %n reference(s) to it stay, and are told as problems.</source>
        <translation>
            <numerusform>Entfernt. %n Verweis darauf bleibt und wird als Problem genannt.</numerusform>
            <numerusform>Entfernt. %n Verweise darauf bleiben und werden als Probleme genannt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::DescriptorLinesField</name>
    <message>
        <source>one a line</source>
        <translation>je Zeile einer</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::DescriptorNameField</name>
    <message numerus="yes">
        <source>%1 is now %2, also where it is referred to: in %n place(s). One undo takes all of it back.</source>
        <translation>
            <numerusform>%1 heißt jetzt %2, auch dort, wo darauf verwiesen wird: an %n Stelle. Einmal Rückgängig nimmt alles zurück.</numerusform>
            <numerusform>%1 heißt jetzt %2, auch dort, wo darauf verwiesen wird: an %n Stellen. Einmal Rückgängig nimmt alles zurück.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::DescriptorNumberField</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::DescriptorOutcome</name>
    <message>
        <source>! no role</source>
        <translation>! keine Rolle</translation>
    </message>
    <message>
        <source>attribute %1 is required and has no default values; an administrator has to make the role</source>
        <translation>Attribut %1 ist Pflicht und hat keine Vorgabewerte; ein Administrator muss die Rolle anlegen</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>from the template %1</source>
        <translation>aus der Vorlage %1</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>holds no role</source>
        <translation>enthält keine Rolle</translation>
    </message>
    <message>
        <source>· no role for %1</source>
        <translation>· keine Rolle für %1</translation>
    </message>
    <message>
        <source>collection</source>
        <translation>Sammlung</translation>
    </message>
    <message>
        <source>! collection</source>
        <translation>! Sammlung</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What it gives</source>
        <translation>Was sie gibt</translation>
    </message>
    <message>
        <source>What XSUAA makes of it</source>
        <translation>Was XSUAA daraus macht</translation>
    </message>
    <message>
        <source>Without role templates XSUAA makes nothing of it.</source>
        <translation>Ohne Rollenvorlagen macht XSUAA nichts daraus.</translation>
    </message>
    <message>
        <source>The roles and role collections that are there once the service instance is made or updated.</source>
        <translation>Die Rollen und Rollensammlungen, die es gibt, sobald die Service-Instanz angelegt oder aktualisiert ist.</translation>
    </message>
    <message>
        <source>XSUAA would refuse it: %1</source>
        <translation>XSUAA würde sie ablehnen: %1</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::DescriptorOutline</name>
    <message>
        <source>Entries of xs-security.json</source>
        <translation>Einträge von xs-security.json</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Role templates</source>
        <translation>Rollenvorlagen</translation>
    </message>
    <message>
        <source>Role collections</source>
        <translation>Rollensammlungen</translation>
    </message>
    <message>
        <source>Authorities, foreign scopes</source>
        <translation>Authorities, fremde Scopes</translation>
    </message>
    <message>
        <source>OAuth2 configuration</source>
        <translation>OAuth2-Konfiguration</translation>
    </message>
    <message>
        <source>What XSUAA makes of it</source>
        <translation>Was XSUAA daraus macht</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>%1, with an error</source>
        <translation>%1, mit einem Fehler</translation>
    </message>
    <message>
        <source>%1, with a warning</source>
        <translation>%1, mit einer Warnung</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::DescriptorOverview</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Connected with</source>
        <translation>Verbunden mit</translation>
    </message>
    <message>
        <source>Entries of the list</source>
        <translation>Einträge der Liste</translation>
    </message>
    <message>
        <source>Limits: %1.</source>
        <translation>Grenzen: %1.</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::DescriptorPanel</name>
    <message>
        <source>Text of xs-security.json</source>
        <translation>Text von xs-security.json</translation>
    </message>
    <message>
        <source>Problems of xs-security.json</source>
        <translation>Probleme von xs-security.json</translation>
    </message>
    <message>
        <source>Ctrl+S</source>
        <translation>Strg+S</translation>
    </message>
    <message>
        <source>Save …</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>How bad</source>
        <translation>Wie schlimm</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was nicht stimmt</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>There is no xs-security.json yet. &quot;Bring in line with the model …&quot; above makes one from the roles that the model asks for.</source>
        <translation>Es gibt noch keine xs-security.json. „An das Modell angleichen …“ oben macht eine aus den Rollen, die das Modell verlangt.</translation>
    </message>
    <message>
        <source>How xs-security.json is shown</source>
        <translation>Wie xs-security.json gezeigt wird</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Compare with …</source>
        <translation>Vergleichen mit …</translation>
    </message>
    <message>
        <source>Tells what an update of the descriptor that is deployed must not change, or loses</source>
        <translation>Sagt, was eine Aktualisierung des bereitgestellten Deskriptors nicht ändern darf oder verliert</translation>
    </message>
    <message>
        <source>Compare no more</source>
        <translation>Nicht mehr vergleichen</translation>
    </message>
    <message>
        <source>compared with %1</source>
        <translation>verglichen mit %1</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::DescriptorPickField</name>
    <message>
        <source>There is nothing to pick from yet.</source>
        <translation>Es gibt noch nichts zur Auswahl.</translation>
    </message>
    <message>
        <source>another one, such as $XSAPPNAME(application,other).Name</source>
        <translation>ein anderer, etwa $XSAPPNAME(application,other).Name</translation>
    </message>
    <message>
        <source>Another one for %1</source>
        <translation>Ein anderer für %1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add it to %1</source>
        <translation>Zu %1 hinzufügen</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::DescriptorReferencesField</name>
    <message>
        <source>Default values of %1</source>
        <translation>Vorgabewerte von %1</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::DestinationForm</name>
    <message>
        <source>What can be told before anything is sent</source>
        <translation>Was sich sagen lässt, bevor etwas gesendet wird</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>&amp;Show the change…</source>
        <translation>&amp;Änderung zeigen …</translation>
    </message>
    <message>
        <source>Call through it</source>
        <translation>Darüber aufrufen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::DestinationModel</name>
    <message>
        <source>✗ %1</source>
        <translation>✗ %1</translation>
    </message>
    <message>
        <source>none said</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Authentifizierung</translation>
    </message>
    <message>
        <source>Proxy type</source>
        <translation>Proxy-Typ</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::DestinationsPage</name>
    <message>
        <source>Reading the destinations.</source>
        <translation>Die Destinations werden gelesen.</translation>
    </message>
    <message>
        <source>of</source>
        <translation>von</translation>
    </message>
    <message>
        <source>Destination service</source>
        <translation>Destination-Service</translation>
    </message>
    <message>
        <source>Filter by name, type or URL</source>
        <translation>Nach Name, Typ oder URL filtern</translation>
    </message>
    <message>
        <source>Filter of destinations</source>
        <translation>Destinations filtern</translation>
    </message>
    <message>
        <source>Open a key…</source>
        <translation>Schlüssel öffnen …</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Destinations</source>
        <translation>Destinations</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>The destination</source>
        <translation>Die Destination</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>as</source>
        <translation>als</translation>
    </message>
    <message>
        <source>Who calls</source>
        <translation>Wer aufruft</translation>
    </message>
    <message>
        <source>path below the URL, e.g. that of a service</source>
        <translation>Pfad unter der URL, z. B. der eines Service</translation>
    </message>
    <message>
        <source>Path to ask the target for</source>
        <translation>Pfad, der am Ziel angefragt wird</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>What the checks proved</source>
        <translation>Was die Prüfungen bewiesen haben</translation>
    </message>
    <message>
        <source>One call is made through the destination. Each line then says what it proves, and what was not looked at.</source>
        <translation>Ein Aufruf geht über die Destination. Jede Zeile sagt danach, was er beweist und was nicht geprüft wurde.</translation>
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
    <message>
        <source>Leave it</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::DifferenceModel</name>
    <message>
        <source>Claim</source>
        <translation>Claim</translation>
    </message>
    <message>
        <source>The other token</source>
        <translation>Das andere Token</translation>
    </message>
    <message>
        <source>This token</source>
        <translation>Dieses Token</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Was es bedeutet</translation>
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
    <name>tokentrail::ui::FaultModel</name>
    <message>
        <source>%1, in force</source>
        <translation>%1, aktiv</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>What goes wrong</source>
        <translation>Was schiefgeht</translation>
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
    <message>
        <source>Assign it in Roles…</source>
        <translation>Unter Rollen zuweisen …</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::FindingsPage</name>
    <message>
        <source>Nothing was found yet.

When a call is refused, its cause stands here in one sentence: how sure it is, what speaks for it and against it, what nobody could see, and what to change. Alt+1 goes to the page where calls are made.</source>
        <translation>Noch wurde nichts gefunden.

Wird ein Aufruf abgelehnt, steht die Ursache hier in einem Satz: wie sicher sie ist, was dafür und was dagegen spricht, was niemand sehen konnte und was zu ändern ist. Alt+1 führt zur Seite für Aufrufe.</translation>
    </message>
    <message>
        <source>Findings of this run</source>
        <translation>Befunde seit dem Start</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>The finding</source>
        <translation>Der Befund</translation>
    </message>
    <message>
        <source>Cause, evidence, fix</source>
        <translation>Ursache, Belege, Abhilfe</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Findings %1</source>
        <translation>Befunde %1</translation>
    </message>
    <message>
        <source>Show what is not my problem (%1)</source>
        <translation>Zeigen, was nicht mein Problem ist (%1)</translation>
    </message>
    <message>
        <source>Not visible</source>
        <translation>Nicht sichtbar</translation>
    </message>
    <message>
        <source>Nothing is left that is your problem.</source>
        <translation>Nichts davon ist noch Ihr Problem.</translation>
    </message>
    <message>
        <source>Found before, too: %1</source>
        <translation>Auch früher gefunden: %1</translation>
    </message>
    <message>
        <source>Show it in the trail</source>
        <translation>In der Spur zeigen</translation>
    </message>
    <message>
        <source>It is my problem</source>
        <translation>Ist doch mein Problem</translation>
    </message>
    <message>
        <source>Not my problem</source>
        <translation>Nicht mein Problem</translation>
    </message>
    <message>
        <source>List it again</source>
        <translation>Wieder auflisten</translation>
    </message>
    <message>
        <source>Put it aside, here and on the next start, for this call</source>
        <translation>Für diesen Aufruf beiseitelegen, hier und beim nächsten Start</translation>
    </message>
    <message>
        <source>Apply to a project…</source>
        <translation>Auf ein Projekt anwenden …</translation>
    </message>
    <message>
        <source>You choose the folder of the project. The lines must be there as shown; nothing else in the file changes.</source>
        <translation>Sie wählen den Ordner des Projekts. Die Zeilen müssen dort so stehen wie gezeigt; sonst ändert sich in der Datei nichts.</translation>
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
        <source>The call was not sent</source>
        <translation>Der Aufruf wurde nicht gesendet</translation>
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
    <name>tokentrail::ui::ForgeRow</name>
    <message>
        <source>Make one that is wrong on purpose:</source>
        <translation>Eines mit Absicht fehlerhaft erzeugen:</translation>
    </message>
    <message>
        <source>for</source>
        <translation>für</translation>
    </message>
    <message>
        <source>Whose token to make</source>
        <translation>Wessen Token erzeugt wird</translation>
    </message>
    <message>
        <source>defect</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>What is wrong with it</source>
        <translation>Was daran falsch ist</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Signed with the sandbox’s key: worth nothing anywhere else</source>
        <translation>Mit dem Schlüssel der Sandbox signiert: anderswo wertlos</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::GrantForm</name>
    <message>
        <source>with</source>
        <translation>mit</translation>
    </message>
    <message>
        <source>Service key</source>
        <translation>Service-Key</translation>
    </message>
    <message>
        <source>by</source>
        <translation>per</translation>
    </message>
    <message>
        <source>Way to sign in</source>
        <translation>Art der Anmeldung</translation>
    </message>
    <message>
        <source>What the token service said</source>
        <translation>Was der Token-Service gesagt hat</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>name or mail address</source>
        <translation>Name oder E-Mail-Adresse</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>P&amp;asscode</source>
        <translation>Pass&amp;code</translation>
    </message>
    <message>
        <source>the one-time code</source>
        <translation>der Einmalcode</translation>
    </message>
    <message>
        <source>Token of</source>
        <translation>Token von</translation>
    </message>
    <message>
        <source>&amp;Token of</source>
        <translation>&amp;Token von</translation>
    </message>
    <message>
        <source>What is exchanged</source>
        <translation>Was getauscht wird</translation>
    </message>
    <message>
        <source>&amp;Origin</source>
        <translation>&amp;Origin</translation>
    </message>
    <message>
        <source>key of the identity provider, if there are several</source>
        <translation>Schlüssel des Identity-Providers, falls es mehrere gibt</translation>
    </message>
    <message>
        <source>Po&amp;rt on localhost</source>
        <translation>Po&amp;rt auf localhost</translation>
    </message>
    <message>
        <source>any free</source>
        <translation>ein freier</translation>
    </message>
    <message>
        <source>&amp;Scopes</source>
        <translation>&amp;Scopes</translation>
    </message>
    <message>
        <source>all that there are</source>
        <translation>alle vorhandenen</translation>
    </message>
    <message>
        <source>&amp;Keep as</source>
        <translation>&amp;Aufbewahren als</translation>
    </message>
    <message>
        <source>named after who signs in</source>
        <translation>benannt nach dem, der sich anmeldet</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>what is pasted below</source>
        <translation>was unten eingefügt ist</translation>
    </message>
    <message>
        <source>the assertion, XML or Base64</source>
        <translation>die Assertion, XML oder Base64</translation>
    </message>
    <message>
        <source>eyJ…</source>
        <translation>eyJ…</translation>
    </message>
    <message>
        <source>the refresh token</source>
        <translation>das Refresh-Token</translation>
    </message>
    <message>
        <source>No service key is at hand: keep one on the page Keys (Alt+7), or start the sandbox.</source>
        <translation>Es liegt kein Service-Key vor: Bewahren Sie einen auf der Seite „Schlüssel“ auf (Alt+7) oder starten Sie die Sandbox.</translation>
    </message>
    <message>
        <source>The client shows %1.</source>
        <translation>Der Client weist sich aus: %1.</translation>
    </message>
    <message>
        <source>Copy %1, where the code is given out</source>
        <translation>%1 kopieren, wo es den Code gibt</translation>
    </message>
    <message>
        <source>Show the answer</source>
        <translation>Antwort zeigen</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Client credentials</source>
        <translation>Client-Credentials</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Browser</translation>
    </message>
    <message>
        <source>Exchange of a token</source>
        <translation>Token-Tausch</translation>
    </message>
    <message>
        <source>SAML assertion</source>
        <translation>SAML-Assertion</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>Refresh-Token</translation>
    </message>
    <message>
        <source>Passcode</source>
        <translation>Passcode</translation>
    </message>
    <message>
        <source>Basic</source>
        <translation>Basic</translation>
    </message>
    <message>
        <source>Pasted token</source>
        <translation>Eingefügtes Token</translation>
    </message>
    <message>
        <source>No credentials</source>
        <translation>Keine Anmeldedaten</translation>
    </message>
    <message>
        <source>The person&apos;s name and password go to the token service. It works only where the identity provider allows it.</source>
        <translation>Name und Passwort der Person gehen an den Token-Service. Das klappt nur, wo der Identity-Provider es erlaubt.</translation>
    </message>
    <message>
        <source>The application itself gets a token; nobody in person is in it.</source>
        <translation>Die Anwendung selbst bekommt ein Token; keine Person steht darin.</translation>
    </message>
    <message>
        <source>A token of a person becomes one for this client; the person stays in it. This is what a service does before it calls another one.</source>
        <translation>Aus dem Token einer Person wird eines für diesen Client; die Person bleibt darin. So macht es ein Service, bevor er einen anderen aufruft.</translation>
    </message>
    <message>
        <source>A signed SAML assertion about a person becomes a token.</source>
        <translation>Aus einer signierten SAML-Assertion über eine Person wird ein Token.</translation>
    </message>
    <message>
        <source>The next token of a login that was made before.</source>
        <translation>Das nächste Token einer früheren Anmeldung.</translation>
    </message>
    <message>
        <source>A one-time code that the person gets in a browser, where single sign-on works.</source>
        <translation>Ein Einmalcode, den die Person in einem Browser bekommt, in dem Single Sign-On funktioniert.</translation>
    </message>
    <message>
        <source>Take it from a file…</source>
        <translation>Aus einer Datei nehmen …</translation>
    </message>
    <message>
        <source>&amp;Browser</source>
        <translation>&amp;Browser</translation>
    </message>
    <message>
        <source>the system’s browser</source>
        <translation>der Browser des Systems</translation>
    </message>
    <message>
        <source>a window of Tokentrail</source>
        <translation>ein Fenster von Tokentrail</translation>
    </message>
    <message>
        <source>A browser opens, the person logs in there, and comes back to this machine with a one-time code (PKCE).</source>
        <translation>Ein Browser öffnet sich, die Person meldet sich dort an und kommt mit einem einmaligen Code zu diesem Rechner zurück (PKCE).</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Erneuern</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::GuidedView</name>
    <message>
        <source>✓ passed</source>
        <translation>✓ bestanden</translation>
    </message>
    <message>
        <source>✗ failed</source>
        <translation>✗ fehlgeschlagen</translation>
    </message>
    <message>
        <source>– not visible</source>
        <translation>– nicht sichtbar</translation>
    </message>
    <message>
        <source>Questions that lead to the place</source>
        <translation>Fragen, die zur Stelle führen</translation>
    </message>
    <message>
        <source>From the caller to the backend: what the call never came to is not visible.</source>
        <translation>Vom Aufrufer bis zum Backend: Wohin der Aufruf nie kam, ist nicht sichtbar.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
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
    <name>tokentrail::ui::KeyDetail</name>
    <message>
        <source>The key</source>
        <translation>Der Schlüssel</translation>
    </message>
    <message>
        <source>Does it still work?</source>
        <translation>Funktioniert er noch?</translation>
    </message>
    <message>
        <source>Where is it used?</source>
        <translation>Wo wird er verwendet?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Certificates, from the client’s own up</source>
        <translation>Zertifikate, vom eigenen des Clients aufwärts</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Verwendet von</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1, verborgen</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Reveal %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>Leaves the clipboard after ten seconds</source>
        <translation>Verlässt die Zwischenablage nach zehn Sekunden</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Wird probiert …</translation>
    </message>
    <message>
        <source>Sign in with it…</source>
        <translation>Damit anmelden…</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::KeyModel</name>
    <message>
        <source>no end</source>
        <translation>ohne Ende</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>Credential</translation>
    </message>
    <message>
        <source>Life</source>
        <translation>Laufzeit</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::KeysPage</name>
    <message>
        <source>Paste a service key</source>
        <translation>Service-Key einfügen</translation>
    </message>
    <message>
        <source>Paste a key as it is: from cf or btp, VCAP_SERVICES, default-env.json, a Kubernetes secret …</source>
        <translation>Schlüssel einfügen, wie er ist: aus cf oder btp, VCAP_SERVICES, default-env.json, einem Kubernetes-Secret …</translation>
    </message>
    <message>
        <source>Keep the key</source>
        <translation>Aufbewahren</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus Datei …</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Keys that are kept</source>
        <translation>Aufbewahrte Schlüssel</translation>
    </message>
    <message>
        <source>The key</source>
        <translation>Der Schlüssel</translation>
    </message>
    <message>
        <source>No key is kept yet.

A service key lets this console speak to your subaccount: get one with “cf create-service-key” or “btp create services/binding”, and paste, drop or open whatever came out. It is read as it is, double wrapping and broken line breaks included, and you are told what was mended.

Keys are encrypted before they are kept, and never leave this machine but to the service they belong to.</source>
        <translation>Noch wird kein Schlüssel aufbewahrt.

Mit einem Service-Key spricht diese Konsole mit Ihrem Subaccount: Holen Sie einen mit „cf create-service-key“ oder „btp create services/binding“ und fügen Sie ein, was herauskam, legen Sie es hier ab oder öffnen Sie es. Es wird gelesen, wie es ist, auch doppelt verpackt oder mit kaputten Zeilenumbrüchen, und Sie erfahren, was repariert wurde.

Schlüssel werden vor dem Aufbewahren verschlüsselt und verlassen diesen Rechner nur zu dem Service, zu dem sie gehören.</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::LargeTextView</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Find (Ctrl+F)</source>
        <translation>Suchen (Strg+F)</translation>
    </message>
    <message>
        <source>Find in the text</source>
        <translation>Im Text suchen</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
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
    <message>
        <source>Sign in with a service key</source>
        <translation>Mit Service-Key anmelden</translation>
    </message>
    <message>
        <source>List the sessions</source>
        <translation>Sitzungen auflisten</translation>
    </message>
    <message numerus="yes">
        <source>Copied. The clipboard is cleared in %n second(s).</source>
        <translation>
            <numerusform>Kopiert. Die Zwischenablage wird in %n Sekunde geleert.</numerusform>
            <numerusform>Kopiert. Die Zwischenablage wird in %n Sekunden geleert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied to the clipboard.</source>
        <translation>In die Zwischenablage kopiert.</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::MeasureDialog</name>
    <message>
        <source>Ask the running service</source>
        <translation>Laufenden Service fragen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Service</source>
        <translation>&amp;Service</translation>
    </message>
    <message>
        <source>As &amp;whom</source>
        <translation>Als &amp;wer</translation>
    </message>
    <message>
        <source>As whom the service is asked</source>
        <translation>Als wer der Service gefragt wird</translation>
    </message>
    <message>
        <source>Writing requests, each for each caller</source>
        <translation>Schreibende Anfragen, jede für jeden Aufrufer</translation>
    </message>
    <message>
        <source>These requests are sent as well, each for each caller. They carry a property that no model has, or name a row that is not there: CAP refuses them after it has decided on access, so that no row changes. A handler in code that runs before that could still act.</source>
        <translation>Auch diese Anfragen werden gesendet, jede für jeden Aufrufer. Sie tragen eine Eigenschaft, die kein Modell hat, oder nennen eine Zeile, die es nicht gibt: CAP lehnt sie ab, nachdem es über den Zugriff entschieden hat, sodass sich keine Zeile ändert. Ein Handler im Code, der vorher läuft, könnte trotzdem etwas tun.</translation>
    </message>
    <message>
        <source>No running service of this project was found in ~/.cds-services.json, where cds watch writes its address.</source>
        <translation>In ~/.cds-services.json, wohin cds watch seine Adresse schreibt, steht kein laufender Service dieses Projekts.</translation>
    </message>
    <message>
        <source>This is no address of a service: http://HOST:PORT.</source>
        <translation>Das ist keine Adresse eines Service: http://HOST:PORT.</translation>
    </message>
    <message>
        <source>Passwords and tokens would go there in clear: this is not this machine.</source>
        <translation>Passwörter und Token gingen unverschlüsselt dorthin: Das ist nicht dieser Rechner.</translation>
    </message>
    <message>
        <source>It is always asked without a login as well.</source>
        <translation>Ohne Anmeldung wird er immer auch gefragt.</translation>
    </message>
    <message>
        <source>Send %1 requests, %2 of them writing</source>
        <translation>%1 Anfragen senden, davon %2 schreibende</translation>
    </message>
    <message numerus="yes">
        <source>Send %n reading request(s)</source>
        <translation>
            <numerusform>Eine lesende Anfrage senden</numerusform>
            <numerusform>%n lesende Anfragen senden</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask for what writes, &amp;too</source>
        <translation>Auch nach dem fragen, was sch&amp;reibt</translation>
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
    <name>tokentrail::ui::PeopleModel</name>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Origin</translation>
    </message>
    <message>
        <source>Role collections</source>
        <translation>Rollensammlungen</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::PersonPanel</name>
    <message>
        <source>%1 unrestricted</source>
        <translation>%1 uneingeschränkt</translation>
    </message>
    <message>
        <source>%1 known after login</source>
        <translation>%1 nach der Anmeldung bekannt</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>existiert nicht</translation>
    </message>
    <message>
        <source>nothing here</source>
        <translation>hier nichts</translation>
    </message>
    <message>
        <source>at</source>
        <translation>bei</translation>
    </message>
    <message>
        <source>Application that the token is for</source>
        <translation>Anwendung, für die das Token ist</translation>
    </message>
    <message>
        <source>what if</source>
        <translation>Was wäre</translation>
    </message>
    <message>
        <source>Role collection to give or take for a look</source>
        <translation>Rollensammlung, die zur Ansicht gegeben oder entzogen wird</translation>
    </message>
    <message>
        <source>Plan it</source>
        <translation>Einplanen</translation>
    </message>
    <message>
        <source>Make planned changes of what was tried</source>
        <translation>Aus dem Versuch geplante Änderungen machen</translation>
    </message>
    <message>
        <source>Role collection</source>
        <translation>Rollensammlung</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Scopes</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Why the person may do what</source>
        <translation>Warum die Person was darf</translation>
    </message>
    <message>
        <source>Effective permission</source>
        <translation>Effektive Berechtigung</translation>
    </message>
    <message>
        <source>May do, and why</source>
        <translation>Darf was, und warum</translation>
    </message>
    <message>
        <source>Notes about the person</source>
        <translation>Hinweise zur Person</translation>
    </message>
    <message>
        <source>Claims that a login would give</source>
        <translation>Claims, die eine Anmeldung ergäbe</translation>
    </message>
    <message>
        <source>The token of a login</source>
        <translation>Das Token einer Anmeldung</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Token preview</source>
        <translation>Token-Vorschau</translation>
    </message>
    <message>
        <source>Choose a user to see what the user may do, and through what.</source>
        <translation>Wählen Sie einen Benutzer, um zu sehen, was er darf und wodurch.</translation>
    </message>
    <message>
        <source>%1 may do nothing at %2.</source>
        <translation>%1 darf nichts bei %2.</translation>
    </message>
    <message>
        <source>%1 has %2 at %3.</source>
        <translation>%1 hat %2 bei %3.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>no role</source>
        <translation>keine Rolle</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>ohne %1</translation>
    </message>
    <message>
        <source>with %1</source>
        <translation>mit %1</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre, wenn</translation>
    </message>
    <message>
        <source>Nothing was changed: this is a look.</source>
        <translation>Nichts wurde geändert: Das ist nur eine Ansicht.</translation>
    </message>
    <message>
        <source>Preview and real token</source>
        <translation>Vorschau und echtes Token</translation>
    </message>
    <message>
        <source>What the identity provider sends along is known only after a login.</source>
        <translation>Was der Identity-Provider mitschickt, ist erst nach einer Anmeldung bekannt.</translation>
    </message>
    <message>
        <source>Nothing that could surprise.</source>
        <translation>Nichts, was überraschen könnte.</translation>
    </message>
    <message>
        <source>Role collection to assign to the user</source>
        <translation>Rollensammlung, die dem Benutzer zugewiesen wird</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Entziehen</translation>
    </message>
    <message>
        <source>Takes the role collection of the chosen line away (Delete)</source>
        <translation>Entzieht die Rollensammlung der gewählten Zeile (Entf)</translation>
    </message>
    <message>
        <source>There is no role collection “%1”.</source>
        <translation>Es gibt keine Rollensammlung „%1“.</translation>
    </message>
    <message>
        <source>%1 comes with %2; take it away from that group.</source>
        <translation>%1 kommt mit %2; sie ist jener Gruppe zu entziehen.</translation>
    </message>
    <message>
        <source>What if: %1</source>
        <translation>Was wäre wenn: %1</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>wie es ist</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>This is shown with the planned changes. Nothing is sent before Apply, and no token has them yet.</source>
        <translation>So ist es mit den geplanten Änderungen. Vor „Anwenden“ wird nichts gesendet, und noch kein Token enthält sie.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <source>Gets %1 a token that has what was assigned since</source>
        <translation>Holt für %1 ein Token mit dem, was seither zugewiesen wurde</translation>
    </message>
    <message>
        <source>%1 could do nothing at %2.</source>
        <translation>%1 dürfte bei %2 nichts.</translation>
    </message>
    <message>
        <source>%1 would have %2 at %3.</source>
        <translation>%1 hätte %2 bei %3.</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::PlanPanel</name>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Planned changes</source>
        <translation>Geplante Änderungen</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Change log</source>
        <translation>Änderungsprotokoll</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Planned (%1)</source>
        <translation>Geplant (%1)</translation>
    </message>
    <message>
        <source>Change log (%1)</source>
        <translation>Änderungsprotokoll (%1)</translation>
    </message>
    <message>
        <source>Changes are collected here as sentences; nothing is sent before Apply.</source>
        <translation>Änderungen sammeln sich hier als Sätze; vor dem Anwenden wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Drop the line</source>
        <translation>Zeile verwerfen</translation>
    </message>
    <message>
        <source>Takes the chosen change out of the plan (Delete)</source>
        <translation>Nimmt die gewählte Änderung aus dem Plan (Entf)</translation>
    </message>
    <message>
        <source>Discard all</source>
        <translation>Alle verwerfen</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::ProjectPage</name>
    <message>
        <source>The project</source>
        <translation>Das Projekt</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Authentifizierung</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>xs-security.json</source>
        <translation>xs-security.json</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>in</source>
        <translation>in</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Open folder …</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <source>Open the folder of a CAP project, or drop it here.

You see which authentication is effective in each profile and which file says so, who may do what in every service, where the model is open by mistake, and what is still to do until a real login works. Nothing of the folder is run.</source>
        <translation>Öffnen Sie den Ordner eines CAP-Projekts oder legen Sie ihn hier ab.

Sie sehen, welche Authentifizierung in jedem Profil gilt und welche Datei das sagt, wer in jedem Service was darf, wo das Modell versehentlich offen ist und was bis zu einer echten Anmeldung noch zu tun ist. Nichts aus dem Ordner wird ausgeführt.</translation>
    </message>
    <message>
        <source>Show the change …</source>
        <translation>Änderung zeigen …</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>How bad</source>
        <translation>Wie schlimm</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Was falsch ist</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Bring in line with the model …</source>
        <translation>An das Modell angleichen …</translation>
    </message>
    <message>
        <source>Reading %1 …</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>Findings · %1</source>
        <translation>Befunde · %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::PropertyModel</name>
    <message>
        <source>add a property</source>
        <translation>Eigenschaft hinzufügen</translation>
    </message>
    <message>
        <source>Property</source>
        <translation>Eigenschaft</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>name it</source>
        <translation>benennen</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::RoleForm</name>
    <message>
        <source>New role</source>
        <translation>Neue Rolle</translation>
    </message>
    <message>
        <source>template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Role template</source>
        <translation>Rollenvorlage</translation>
    </message>
    <message>
        <source>&amp;Plan this role</source>
        <translation>Diese Rolle &amp;planen</translation>
    </message>
    <message>
        <source>Role &amp;name</source>
        <translation>&amp;Name der Rolle</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>Put it into “%1”</source>
        <translation>In „%1“ aufnehmen</translation>
    </message>
    <message>
        <source>Gives no scope.</source>
        <translation>Gibt keinen Scope.</translation>
    </message>
    <message>
        <source>Gives %1.</source>
        <translation>Gibt %1.</translation>
    </message>
    <message>
        <source>Where the values of %1 come from</source>
        <translation>Woher die Werte von %1 kommen</translation>
    </message>
    <message>
        <source>these values</source>
        <translation>diese Werte</translation>
    </message>
    <message>
        <source>identity provider</source>
        <translation>Identity-Provider</translation>
    </message>
    <message>
        <source>unrestricted</source>
        <translation>uneingeschränkt</translation>
    </message>
    <message>
        <source>Values of %1</source>
        <translation>Werte von %1</translation>
    </message>
    <message>
        <source>its attribute, e.g. %1</source>
        <translation>sein Attribut, z. B. %1</translation>
    </message>
    <message>
        <source>DE, AT</source>
        <translation>DE, AT</translation>
    </message>
    <message>
        <source>no restriction</source>
        <translation>keine Einschränkung</translation>
    </message>
    <message>
        <source>%1 (may be empty)</source>
        <translation>%1 (darf leer sein)</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::RolePanel</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Scopes and attributes of the role</source>
        <translation>Scopes und Attribute der Rolle</translation>
    </message>
    <message>
        <source>Delete role</source>
        <translation>Rolle löschen</translation>
    </message>
    <message>
        <source>The role</source>
        <translation>Die Rolle</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>New role</source>
        <translation>Neue Rolle</translation>
    </message>
    <message>
        <source>Choose a role to see the scopes and attributes that it gives.</source>
        <translation>Wählen Sie eine Rolle, um die Scopes und Attribute zu sehen, die sie gibt.</translation>
    </message>
    <message>
        <source>The role “%1” of the template %2 of %3 does not exist.</source>
        <translation>Die Rolle „%1“ der Vorlage %2 von %3 existiert nicht.</translation>
    </message>
    <message>
        <source>“%1” comes with the template %2 of %3.</source>
        <translation>„%1“ kommt mit der Vorlage %2 von %3.</translation>
    </message>
    <message>
        <source>“%1”, from the template %2 of %3.</source>
        <translation>„%1“, aus der Vorlage %2 von %3.</translation>
    </message>
    <message>
        <source>scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>unrestricted</source>
        <translation>uneingeschränkt</translation>
    </message>
    <message>
        <source>identity provider: %1</source>
        <translation>Identity-Provider: %1</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::RolesPage</name>
    <message>
        <source>of</source>
        <translation>von</translation>
    </message>
    <message>
        <source>Subaccount</source>
        <translation>Subaccount</translation>
    </message>
    <message>
        <source>Filter role collections and users (Ctrl+F)</source>
        <translation>Rollensammlungen und Benutzer filtern (Strg+F)</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>New role</source>
        <translation>Neue Rolle</translation>
    </message>
    <message>
        <source>From a template (Ctrl+N)</source>
        <translation>Aus einer Vorlage (Strg+N)</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Role collections</source>
        <translation>Rollensammlungen</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>New role collection</source>
        <translation>Neue Rollensammlung</translation>
    </message>
    <message>
        <source>Name of a new role collection</source>
        <translation>Name einer neuen Rollensammlung</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Role collections and users</source>
        <translation>Rollensammlungen und Benutzer</translation>
    </message>
    <message>
        <source>Who may what

Role collections, the roles in them, the scopes and attributes that these give, and the users and groups that have them.

Start the sandbox to try it; for a subaccount of yours keep a service key of plan apiaccess on the page Keys and choose it above. Changes are planned as sentences first and can be undone.</source>
        <translation>Wer was darf

Rollensammlungen, die Rollen darin, die Scopes und Attribute, die sie geben, und die Benutzer und Gruppen, die sie haben.

Starten Sie die Sandbox, um es auszuprobieren; für einen eigenen Subaccount bewahren Sie einen Service-Key mit Plan apiaccess auf der Seite „Schlüssel“ auf und wählen ihn oben aus. Änderungen werden zuerst als Sätze geplant und lassen sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Reading who may what.</source>
        <translation>Es wird gelesen, wer was darf.</translation>
    </message>
    <message>
        <source>Send the call again</source>
        <translation>Aufruf noch einmal senden</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::SandboxPage</name>
    <message>
        <source>Behave again</source>
        <translation>Störungen beenden</translation>
    </message>
    <message>
        <source>Takes all faults back</source>
        <translation>Nimmt alle Störungen zurück</translation>
    </message>
    <message>
        <source>Broken scenarios</source>
        <translation>Kaputte Szenarien</translation>
    </message>
    <message>
        <source>What can go wrong</source>
        <translation>Was schiefgehen kann</translation>
    </message>
    <message>
        <source>Scenario, faults and addresses</source>
        <translation>Szenario, Störungen und Adressen</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>Störungen</translation>
    </message>
    <message>
        <source>Run your application against it</source>
        <translation>Lassen Sie Ihre Anwendung dagegen laufen</translation>
    </message>
    <message>
        <source>Space switches a fault on or off, F2 changes its value. Real applications that are bound to this sandbox feel it too.</source>
        <translation>Die Leertaste schaltet eine Störung ein oder aus, F2 ändert ihren Wert. Auch echte Anwendungen, die an diese Sandbox gebunden sind, spüren sie.</translation>
    </message>
    <message>
        <source>Copy the bindings into default-env.json of your project and keep that file out of git. Trust the certificate authority below, then start the application as always.</source>
        <translation>Kopieren Sie die Bindungen in die default-env.json Ihres Projekts und halten Sie diese Datei aus Git heraus. Vertrauen Sie der Zertifizierungsstelle unten und starten Sie die Anwendung dann wie immer.</translation>
    </message>
    <message>
        <source>Copy default-env.json</source>
        <translation>default-env.json kopieren</translation>
    </message>
    <message>
        <source>Copy .cdsrc-private.json</source>
        <translation>.cdsrc-private.json kopieren</translation>
    </message>
    <message>
        <source>Copy the service key</source>
        <translation>Service-Key kopieren</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>läuft nicht</translation>
    </message>
    <message>
        <source>The sandbox is running</source>
        <translation>Die Sandbox läuft</translation>
    </message>
    <message>
        <source>The sandbox is not running</source>
        <translation>Die Sandbox läuft nicht</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop the sandbox</source>
        <translation>Sandbox anhalten</translation>
    </message>
    <message>
        <source>Start the sandbox</source>
        <translation>Sandbox starten</translation>
    </message>
    <message>
        <source>Faults %1</source>
        <translation>Störungen %1</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) in force: calls fail on purpose.</source>
        <translation>
            <numerusform>%n Störung aktiv: Aufrufe scheitern mit Absicht.</numerusform>
            <numerusform>%n Störungen aktiv: Aufrufe scheitern mit Absicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>%1: %2. Copy</source>
        <translation>%1: %2. Kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::ScenarioDetail</name>
    <message>
        <source>See it fail</source>
        <translation>Scheitern sehen</translation>
    </message>
    <message>
        <source>What you see</source>
        <translation>Was Sie sehen</translation>
    </message>
    <message>
        <source>What is made wrong</source>
        <translation>Was verstellt wird</translation>
    </message>
    <message>
        <source>The call that shows it</source>
        <translation>Der Aufruf, der es zeigt</translation>
    </message>
    <message>
        <source>What there is to learn</source>
        <translation>Was sich daraus lernen lässt</translation>
    </message>
    <message>
        <source>Sets the sandbox up like this, and sends the call on the Call page</source>
        <translation>Richtet die Sandbox so ein und sendet den Aufruf auf der Seite „Aufruf“</translation>
    </message>
    <message>
        <source>Nothing: the call alone goes wrong.</source>
        <translation>Nichts: Schon der Aufruf allein geht schief.</translation>
    </message>
    <message>
        <source>The sandbox is not running.</source>
        <translation>Die Sandbox läuft nicht.</translation>
    </message>
    <message>
        <source>No scenario fits the filter.</source>
        <translation>Kein Szenario passt zum Filter.</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::ScenarioList</name>
    <message>
        <source>Filter: a word, or what you saw</source>
        <translation>Filter: ein Wort, oder was Sie gesehen haben</translation>
    </message>
    <message>
        <source>Filter of scenarios</source>
        <translation>Szenarien filtern</translation>
    </message>
    <message>
        <source>Broken scenarios</source>
        <translation>Kaputte Szenarien</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::SessionModel</name>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Life</source>
        <translation>Laufzeit</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::SessionPanel</name>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Nobody is signed in.

Sign in with a service key, and the session is kept here and for “tokentrailctl call --session”: encrypted, with its tokens of before, so that an expired one can still be looked at.</source>
        <translation>Niemand ist angemeldet.

Melden Sie sich mit einem Service-Key an, und die Sitzung bleibt hier und für „tokentrailctl call --session“ erhalten: verschlüsselt, mit ihren früheren Tokens, sodass sich auch ein abgelaufenes noch ansehen lässt.</translation>
    </message>
    <message>
        <source>Call as this one</source>
        <translation>Damit aufrufen</translation>
    </message>
    <message>
        <source>The Call page calls with it</source>
        <translation>Die Seite „Aufruf“ verwendet diese Sitzung</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>Get its next token now</source>
        <translation>Jetzt das nächste Token holen</translation>
    </message>
    <message>
        <source>Look at its tokens</source>
        <translation>Tokens ansehen</translation>
    </message>
    <message>
        <source>The Tokens page explains them, the ended ones too</source>
        <translation>Die Seite „Tokens“ erklärt sie, auch die abgelaufenen</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Drop it with all its tokens</source>
        <translation>Die Sitzung mit allen Tokens löschen</translation>
    </message>
    <message>
        <source>Give its tokens up and have its refresh token revoked; services take the access token until it ends</source>
        <translation>Ihre Tokens aufgeben und das Refresh-Token widerrufen lassen; Dienste nehmen das Access-Token an, bis es endet</translation>
    </message>
    <message>
        <source>Log in again …</source>
        <translation>Neu anmelden …</translation>
    </message>
    <message>
        <source>The same person with the same key; a login asks anew what is assigned, a refresh need not</source>
        <translation>Dieselbe Person mit demselben Schlüssel; eine Anmeldung fragt neu ab, was zugewiesen ist, eine Erneuerung muss das nicht</translation>
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
    <message>
        <source>Ways to sign in</source>
        <translation>Arten der Anmeldung</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>With a service key</source>
        <translation>Mit Service-Key</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Sessions (%1)</source>
        <translation>Sitzungen (%1)</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::SizeBar</name>
    <message>
        <source>Size of the token</source>
        <translation>Größe des Tokens</translation>
    </message>
    <message>
        <source>All headers of a request together must stay below these limits, not the token alone.</source>
        <translation>Alle Header einer Anfrage zusammen müssen unter diesen Grenzen bleiben, nicht nur das Token.</translation>
    </message>
    <message>
        <source>%1: too large for Node, which answers 431 before CAP sees the call</source>
        <translation>%1: zu groß für Node; es antwortet 431, bevor CAP den Aufruf sieht</translation>
    </message>
    <message>
        <source>%1: fits Node (16 kB), too large for proxies and servers with 8 kB</source>
        <translation>%1: passt für Node (16 kB), zu groß für Proxys und Server mit 8 kB</translation>
    </message>
    <message>
        <source>%1: fits 8 kB (many proxies, Java) and 16 kB (Node)</source>
        <translation>%1: passt in 8 kB (viele Proxys, Java) und 16 kB (Node)</translation>
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
    <name>tokentrail::ui::StepsPanel</name>
    <message>
        <source>Steps of the guide</source>
        <translation>Schritte der Anleitung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>What is there</source>
        <translation>Was vorhanden ist</translation>
    </message>
    <message>
        <source>into</source>
        <translation>in</translation>
    </message>
    <message>
        <source>File that the binding is written to</source>
        <translation>Datei, in die die Bindung geschrieben wird</translation>
    </message>
    <message>
        <source>only with the profile hybrid, as cds bind does</source>
        <translation>nur mit dem Profil hybrid, wie cds bind</translation>
    </message>
    <message>
        <source>VCAP_SERVICES as in the cloud, with every profile</source>
        <translation>VCAP_SERVICES wie in der Cloud, mit jedem Profil</translation>
    </message>
    <message>
        <source>Bind to the sandbox …</source>
        <translation>An die Sandbox binden …</translation>
    </message>
    <message>
        <source>Make the files …</source>
        <translation>Dateien anlegen …</translation>
    </message>
    <message>
        <source>Shows package.json, xs-app.json and default-env.json of an approuter first. Nothing that is there is replaced.</source>
        <translation>Zeigt zuerst package.json, xs-app.json und default-env.json eines Approuters. Nichts, was da ist, wird ersetzt.</translation>
    </message>
    <message>
        <source>Bind the approuter …</source>
        <translation>Approuter binden …</translation>
    </message>
    <message>
        <source>To the XSUAA of the project, or else to the sandbox: without one it does not start.</source>
        <translation>An das XSUAA des Projekts, sonst an die Sandbox: Ohne eines davon startet er nicht.</translation>
    </message>
    <message>
        <source>Bring in line with the model …</source>
        <translation>An das Modell angleichen …</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>No such key is kept: the Keys page takes them in.</source>
        <translation>Ein solcher Schlüssel ist nicht aufbewahrt: Die Seite Schlüssel nimmt sie auf.</translation>
    </message>
    <message>
        <source>Bind to a key …</source>
        <translation>An einen Schlüssel binden …</translation>
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
    <message>
        <source>Clocks</source>
        <translation>Uhren</translation>
    </message>
    <message>
        <source>It was issued %1 s in the future by this machine’s clock: this clock is behind the issuer’s, or that one is ahead.</source>
        <translation>Nach der Uhr dieses Rechners wurde es %1 s in der Zukunft ausgestellt: Diese Uhr geht nach oder die des Ausstellers vor.</translation>
    </message>
    <message>
        <source>iat</source>
        <translation>iat</translation>
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
    <message>
        <source>no end told</source>
        <translation>kein Ende genannt</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>noch %1 h</translation>
    </message>
    <message>
        <source>expired %1 s ago</source>
        <translation>vor %1 s abgelaufen</translation>
    </message>
    <message>
        <source>expired %1 min ago</source>
        <translation>vor %1 min abgelaufen</translation>
    </message>
    <message>
        <source>expired %1 h ago</source>
        <translation>vor %1 h abgelaufen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
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
        <source>The first token of %1 in this trail: there is none to compare with.</source>
        <translation>Das erste Token von %1 in dieser Spur: Es gibt keines zum Vergleichen.</translation>
    </message>
    <message>
        <source>The first token of the client %1 in this trail: there is none to compare with.</source>
        <translation>Das erste Token des Clients %1 in dieser Spur: Es gibt keines zum Vergleichen.</translation>
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
        <source>The token</source>
        <translation>Das Token</translation>
    </message>
    <message>
        <source>In plain words</source>
        <translation>Klartext</translation>
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
        <source>Choose a service key to see what its service would say.</source>
        <translation>Wählen Sie einen Service-Key, um zu sehen, was sein Service sagen würde.</translation>
    </message>
    <message>
        <source>Not checked by CAP, though often blamed: issuer, jku.</source>
        <translation>Von CAP nicht geprüft, aber oft verdächtigt: issuer, jku.</translation>
    </message>
    <message>
        <source>Compare ▾</source>
        <translation>Vergleichen ▾</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>What differs between the token in sight and another one</source>
        <translation>Worin sich das gezeigte Token von einem anderen unterscheidet</translation>
    </message>
    <message>
        <source>Call with it</source>
        <translation>Damit aufrufen</translation>
    </message>
    <message>
        <source>Use this token as a session on the Call page</source>
        <translation>Dieses Token auf der Seite „Aufruf“ als Sitzung verwenden</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>What differs between the two tokens</source>
        <translation>Worin sich die beiden Tokens unterscheiden</translation>
    </message>
    <message>
        <source>There is no other token to compare with.</source>
        <translation>Es gibt kein anderes Token zum Vergleichen.</translation>
    </message>
    <message>
        <source>Nothing differs from %1 but ids that every token has anew.</source>
        <translation>Von %1 unterscheiden es nur IDs, die jedes Token neu bekommt.</translation>
    </message>
    <message numerus="yes">
        <source>%n claim(s) differ from %1.</source>
        <translation>
            <numerusform>%n Claim unterscheidet sich von %1.</numerusform>
            <numerusform>%n Claims unterscheiden sich von %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Checks of the token</source>
        <translation>Prüfungen des Tokens</translation>
    </message>
    <message>
        <source>As CAP checks (xssec)</source>
        <translation>Wie CAP prüft (xssec)</translation>
    </message>
    <message>
        <source>Strict checks</source>
        <translation>Strenge Prüfungen</translation>
    </message>
    <message>
        <source>Strictly</source>
        <translation>Streng</translation>
    </message>
    <message>
        <source>%1 (CAP does not ask)</source>
        <translation>%1 (fragt CAP nicht)</translation>
    </message>
    <message>
        <source>Choose a service key to check with.</source>
        <translation>Wählen Sie einen Service-Key für die Prüfung.</translation>
    </message>
    <message>
        <source>No leeway, strict encoding, and what CAP leaves out.</source>
        <translation>Ohne Toleranz, mit strenger Kodierung und mit dem, was CAP auslässt.</translation>
    </message>
    <message>
        <source>Get a token of another application for the same person (jwt-bearer)</source>
        <translation>Ein Token einer anderen Anwendung für dieselbe Person holen (jwt-bearer)</translation>
    </message>
    <message>
        <source>Use ▾</source>
        <translation>Verwenden ▾</translation>
    </message>
    <message>
        <source>Use the token</source>
        <translation>Das Token verwenden</translation>
    </message>
    <message>
        <source>Call with it, exchange it, copy it</source>
        <translation>Damit aufrufen, es tauschen, es kopieren</translation>
    </message>
    <message>
        <source>Exchange it for another token …</source>
        <translation>Gegen ein anderes Token tauschen …</translation>
    </message>
    <message>
        <source>Copy it without its signature</source>
        <translation>Ohne Signatur kopieren</translation>
    </message>
    <message>
        <source>Nobody can call with it</source>
        <translation>Niemand kann damit aufrufen</translation>
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
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare with the last call that worked, hop by hop</source>
        <translation>Mit dem letzten erfolgreichen Aufruf vergleichen, Hop für Hop</translation>
    </message>
    <message>
        <source>As a support bundle…</source>
        <translation>Als Support-Paket …</translation>
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
    <message>
        <source>Support bundle (*.zip)</source>
        <translation>Support-Paket (*.zip)</translation>
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
    <name>tokentrail::ui::TrailsPage</name>
    <message>
        <source>Every call of this run will be kept here, and so will what other clients ask of the sandbox.

Two trails can be laid side by side: the one that worked and the one that failed, with the first difference in a sentence.

A trail, a HAR or a log can be dropped here, or opened.</source>
        <translation>Jeder Aufruf bleibt bis zum Beenden hier erhalten, ebenso, was andere Clients die Sandbox fragen.

Zwei Spuren lassen sich nebeneinanderlegen: die erfolgreiche und die gescheiterte, mit dem ersten Unterschied in einem Satz.

Eine Spur, ein HAR oder ein Log lässt sich hier ablegen oder öffnen.</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen …</translation>
    </message>
    <message>
        <source>Saved as %1, without secrets.</source>
        <translation>Gespeichert als %1, ohne Geheimnisse.</translation>
    </message>
    <message>
        <source>Trails of this run</source>
        <translation>Spuren seit dem Start</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>Seit dem Start</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Open a trail, a HAR or a log from a file</source>
        <translation>Spur, HAR oder Log aus einer Datei öffnen</translation>
    </message>
    <message>
        <source>The trail</source>
        <translation>Die Spur</translation>
    </message>
    <message>
        <source>Trail, hop by hop</source>
        <translation>Spur, Hop für Hop</translation>
    </message>
    <message>
        <source>Hops of the trail</source>
        <translation>Hops der Spur</translation>
    </message>
    <message>
        <source>What the trail means</source>
        <translation>Was die Spur bedeutet</translation>
    </message>
    <message>
        <source>Trail</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Compare with ▾</source>
        <translation>Vergleichen ▾</translation>
    </message>
    <message>
        <source>Lay another trail beside this one</source>
        <translation>Eine andere Spur daneben legen</translation>
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
        <source>As a support bundle…</source>
        <translation>Als Support-Paket …</translation>
    </message>
    <message>
        <source>Two trails compared</source>
        <translation>Zwei Spuren im Vergleich</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Back to one trail</source>
        <translation>Zurück zu einer Spur</translation>
    </message>
    <message>
        <source>Show one trail large (Esc)</source>
        <translation>Eine Spur groß zeigen (Esc)</translation>
    </message>
    <message>
        <source>%1   %2</source>
        <translation>%1   %2</translation>
    </message>
    <message>
        <source>What it means %1</source>
        <translation>Bedeutung %1</translation>
    </message>
    <message>
        <source>No cause was found</source>
        <translation>Keine Ursache gefunden</translation>
    </message>
    <message>
        <source>Nothing in it stands for a known defect.</source>
        <translation>Nichts darin deutet auf einen bekannten Fehler.</translation>
    </message>
    <message>
        <source>Not visible: %1</source>
        <translation>Nicht sichtbar: %1</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::TrustDialog</name>
    <message>
        <source>Run the project&apos;s own cds?</source>
        <translation>Das eigene cds des Projekts ausführen?</translation>
    </message>
    <message>
        <source>What is run</source>
        <translation>Was ausgeführt wird</translation>
    </message>
    <message>
        <source>Do that only where you know who wrote it. Trust in a folder can be taken back on the Authentication tab.</source>
        <translation>Tun Sie das nur, wo Sie wissen, wer es geschrieben hat. Das Vertrauen in einen Ordner lässt sich auf dem Reiter Authentifizierung zurücknehmen.</translation>
    </message>
    <message>
        <source>Trust this folder and ask</source>
        <translation>Diesem Ordner vertrauen und fragen</translation>
    </message>
    <message>
        <source>Only once</source>
        <translation>Nur dieses Mal</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This runs node and the code of %1 and its plugins, with all that you may do on this machine. Opening a folder never does that.</source>
        <translation>Dies führt node und den Code von %1 und seinen Plugins aus, mit allem, was Sie auf diesem Rechner dürfen. Ein Ordner, der nur geöffnet wird, tut das nie.</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::UserForm</name>
    <message>
        <source>Any password</source>
        <translation>Beliebiges Passwort</translation>
    </message>
    <message>
        <source>The mock user</source>
        <translation>Der Mock-Benutzer</translation>
    </message>
    <message>
        <source>&amp;Logs in as</source>
        <translation>&amp;Meldet sich an als</translation>
    </message>
    <message>
        <source>a name, as typed at the login</source>
        <translation>ein Name, wie bei der Anmeldung eingegeben</translation>
    </message>
    <message>
        <source>User &amp;id</source>
        <translation>Benutzer-&amp;ID</translation>
    </message>
    <message>
        <source>as the name</source>
        <translation>wie der Name</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>An&amp;y password will do</source>
        <translation>&amp;Jedes Passwort genügt</translation>
    </message>
    <message>
        <source>&amp;Roles</source>
        <translation>&amp;Rollen</translation>
    </message>
    <message>
        <source>admin, cds.ExtensionDeveloper</source>
        <translation>admin, cds.ExtensionDeveloper</translation>
    </message>
    <message>
        <source>Attributes, one a line</source>
        <translation>Attribute, eines je Zeile</translation>
    </message>
    <message>
        <source>A&amp;ttributes</source>
        <translation>A&amp;ttribute</translation>
    </message>
    <message>
        <source>Te&amp;nant</source>
        <translation>Ma&amp;ndant</translation>
    </message>
    <message>
        <source>none; counts with multitenancy alone</source>
        <translation>keiner; gilt nur bei Mandantenfähigkeit</translation>
    </message>
    <message>
        <source>&amp;Features</source>
        <translation>&amp;Features</translation>
    </message>
    <message>
        <source>none of its own; * for all</source>
        <translation>keine eigenen; * für alle</translation>
    </message>
    <message>
        <source>&amp;Show the change…</source>
        <translation>&amp;Änderung zeigen …</translation>
    </message>
    <message>
        <source>Act as</source>
        <translation>Handeln als</translation>
    </message>
    <message>
        <source>The Call page calls the project with this name and password</source>
        <translation>Die Seite „Aufruf“ ruft das Projekt mit diesem Namen und Passwort auf</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>set; type to replace it</source>
        <translation>gesetzt; zum Ersetzen eingeben</translation>
    </message>
    <message>
        <source>%1 comes with cds. A change adds an entry of your own.</source>
        <translation>%1 kommt mit cds. Eine Änderung fügt einen eigenen Eintrag hinzu.</translation>
    </message>
    <message>
        <source>%1, in %2</source>
        <translation>%1, in %2</translation>
    </message>
    <message>
        <source>%1 is switched off in %2. A change brings the user back.</source>
        <translation>%1 ist in %2 abgeschaltet. Eine Änderung bringt den Benutzer zurück.</translation>
    </message>
    <message>
        <source>A new mock user</source>
        <translation>Ein neuer Mock-Benutzer</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::UserModel</name>
    <message>
        <source>✗ never fits</source>
        <translation>✗ passt nie</translation>
    </message>
    <message>
        <source>set</source>
        <translation>gesetzt</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>%1 (off)</source>
        <translation>%1 (aus)</translation>
    </message>
    <message>
        <source>everybody else, without roles</source>
        <translation>alle anderen, ohne Rollen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Logs in as</source>
        <translation>Meldet sich an als</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Where it stands</source>
        <translation>Wo es steht</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::UsersPage</name>
    <message>
        <source>Open a project…</source>
        <translation>Projekt öffnen …</translation>
    </message>
    <message>
        <source>project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>URL of the running project</source>
        <translation>URL des laufenden Projekts</translation>
    </message>
    <message>
        <source>Where “Act as” sends its calls</source>
        <translation>Wohin „Handeln als“ seine Aufrufe sendet</translation>
    </message>
    <message>
        <source>Mock users</source>
        <translation>Mock-Benutzer</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>Neuer Benutzer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Who can log in</source>
        <translation>Wer sich anmelden kann</translation>
    </message>
    <message>
        <source>The mock user</source>
        <translation>Der Mock-Benutzer</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Authentifizierung</translation>
    </message>
    <message>
        <source>Role collections</source>
        <translation>Rollensammlungen</translation>
    </message>
    <message>
        <source>application</source>
        <translation>Anwendung</translation>
    </message>
    <message>
        <source>Application of the sandbox</source>
        <translation>Anwendung der Sandbox</translation>
    </message>
    <message>
        <source>Users of the sandbox become mock users, with the roles and attributes that a token for the application would give them.</source>
        <translation>Aus Benutzern der Sandbox werden Mock-Benutzer, mit den Rollen und Attributen, die ihnen ein Token für die Anwendung gäbe.</translation>
    </message>
    <message>
        <source>Mock users from role collections…</source>
        <translation>Mock-Benutzer aus Rollensammlungen …</translation>
    </message>
    <message>
        <source>The reverse: what the mock users may do becomes role collections, so that the same people can sign in to the sandbox and may the same.</source>
        <translation>Umgekehrt: Aus dem, was die Mock-Benutzer dürfen, werden Rollensammlungen, sodass sich dieselben Personen an der Sandbox anmelden können und dasselbe dürfen.</translation>
    </message>
    <message>
        <source>Role collections from mock users</source>
        <translation>Rollensammlungen aus Mock-Benutzern</translation>
    </message>
    <message>
        <source>Open the folder of a CAP project, or drop it here.

You see who can log in without a real identity provider, and which file each of them comes from. Edits are shown first and change only their own lines; nothing of the project is run.</source>
        <translation>Öffnen Sie den Ordner eines CAP-Projekts oder legen Sie ihn hier ab.

Sie sehen, wer sich ohne echten Identity-Provider anmelden kann und aus welcher Datei jeder kommt. Änderungen werden zuerst gezeigt und betreffen nur ihre eigenen Zeilen; nichts aus dem Projekt wird ausgeführt.</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::ValuesPanel</name>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Where it was written</source>
        <translation>Wo es steht</translation>
    </message>
    <message>
        <source>Read here</source>
        <translation>Hier gelesen</translation>
    </message>
    <message>
        <source>cds env says</source>
        <translation>cds env sagt</translation>
    </message>
    <message>
        <source>Effective authentication</source>
        <translation>Effektive Authentifizierung</translation>
    </message>
    <message>
        <source>Where the project&apos;s own cds differs</source>
        <translation>Wo das eigene cds des Projekts abweicht</translation>
    </message>
    <message>
        <source>Ask the project&apos;s own cds …</source>
        <translation>Das eigene cds des Projekts fragen …</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Trust this folder no more</source>
        <translation>Diesem Ordner nicht mehr vertrauen</translation>
    </message>
    <message>
        <source>Runs cds env of this folder, and with it code of the project: you said that you trust it.</source>
        <translation>Führt cds env dieses Ordners aus und damit Code des Projekts: Sie haben gesagt, dass Sie ihm vertrauen.</translation>
    </message>
    <message>
        <source>Says first what would be run, and asks you.</source>
        <translation>Sagt zuerst, was ausgeführt würde, und fragt Sie.</translation>
    </message>
</context>
<context>
    <name>tokentrail::ui::VaultBar</name>
    <message>
        <source>Passphrase of the vault</source>
        <translation>Passphrase des Tresors</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The vault’s passphrase</source>
        <translation>Die Passphrase des Tresors</translation>
    </message>
    <message>
        <source>A passphrase to keep the vault with</source>
        <translation>Eine Passphrase für den Tresor</translation>
    </message>
    <message>
        <source>Open the vault</source>
        <translation>Tresor öffnen</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Aufbewahren</translation>
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
<context>
    <name>tokentrail::weblogin::LoginPage</name>
    <message>
        <source>nobody whom this machine trusts vouches for it</source>
        <translation>niemand, dem dieser Rechner vertraut, bürgt dafür</translation>
    </message>
    <message>
        <source>it was made out to another name</source>
        <translation>es ist auf einen anderen Namen ausgestellt</translation>
    </message>
    <message>
        <source>it has ended or has not begun yet</source>
        <translation>es ist abgelaufen oder gilt noch nicht</translation>
    </message>
    <message>
        <source>it was revoked</source>
        <translation>es wurde widerrufen</translation>
    </message>
</context>
<context>
    <name>tokentrail::weblogin::LoginView</name>
    <message>
        <source>Login page</source>
        <translation>Anmeldeseite</translation>
    </message>
    <message>
        <source>Cancel the login</source>
        <translation>Anmeldung abbrechen</translation>
    </message>
    <message>
        <source>on this machine, not encrypted</source>
        <translation>auf diesem Rechner, unverschlüsselt</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>unverschlüsselt</translation>
    </message>
    <message>
        <source>encrypted; certificate of %1</source>
        <translation>verschlüsselt; Zertifikat: %1</translation>
    </message>
    <message>
        <source>certificate not accepted</source>
        <translation>Zertifikat nicht angenommen</translation>
    </message>
    <message>
        <source>encrypted, certificate checked</source>
        <translation>verschlüsselt, Zertifikat geprüft</translation>
    </message>
    <message>
        <source>Log in at %1</source>
        <translation>Anmelden bei %1</translation>
    </message>
    <message>
        <source>The login goes on at %1, which is not part of this identity zone. Nothing was sent there yet.</source>
        <translation>Die Anmeldung geht bei %1 weiter, das nicht zu dieser Identity Zone gehört. Dorthin wurde noch nichts gesendet.</translation>
    </message>
    <message>
        <source>Go on there</source>
        <translation>Dort weitermachen</translation>
    </message>
    <message>
        <source>The login leads to %1, which is not encrypted or no web page; it was not followed.</source>
        <translation>Die Anmeldung führt zu %1, unverschlüsselt oder keine Webseite; dem wurde nicht gefolgt.</translation>
    </message>
    <message>
        <source>%1 shows a certificate that was not accepted: %2. Nothing was sent there.</source>
        <translation>%1 zeigt ein Zertifikat, das nicht angenommen wurde: %2. Dorthin wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The page broke down.</source>
        <translation>Die Seite ist abgestürzt.</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Von vorn beginnen</translation>
    </message>
</context>
</TS>
