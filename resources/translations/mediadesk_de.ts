<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source> At this pace it is used up on {short_day}.</source>
        <translation> Bei diesem Tempo ist es am {short_day} aufgebraucht.</translation>
    </message>
    <message>
        <source> {count} calls of this run are open.</source>
        <translation> {count} Aufrufe dieses Laufs sind offen.</translation>
    </message>
    <message>
        <source>${price} per million</source>
        <translation>${price} pro Million</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln Aufruf</numerusform>
            <numerusform>%Ln Aufrufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln charge(s)</source>
        <translation>
            <numerusform>%Ln Betrag</numerusform>
            <numerusform>%Ln Beträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln descendant(s)</source>
        <translation>
            <numerusform>%Ln Nachfolger</numerusform>
            <numerusform>%Ln Nachfolger</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln difference(s)</source>
        <translation>
            <numerusform>%Ln Unterschied</numerusform>
            <numerusform>%Ln Unterschiede</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(ies)</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln fault(s)</source>
        <translation>
            <numerusform>%Ln Fehler</numerusform>
            <numerusform>%Ln Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln Bild</numerusform>
            <numerusform>%Ln Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln input(s)</source>
        <translation>
            <numerusform>%Ln Eingabe</numerusform>
            <numerusform>%Ln Eingaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln Objekt</numerusform>
            <numerusform>%Ln Objekte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln job(s) not finished</source>
        <translation>
            <numerusform>%Ln Auftrag nicht fertig</numerusform>
            <numerusform>%Ln Aufträge nicht fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln Modell</numerusform>
            <numerusform>%Ln Modelle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s)</source>
        <translation>
            <numerusform>%Ln Ergebnis</numerusform>
            <numerusform>%Ln Ergebnisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s)</source>
        <translation>
            <numerusform>%Ln Lauf</numerusform>
            <numerusform>%Ln Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s), {price} in all</source>
        <translation>
            <numerusform>%Ln Lauf, {price} insgesamt</numerusform>
            <numerusform>%Ln Läufe, {price} insgesamt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sound(s)</source>
        <translation>
            <numerusform>%Ln Ton</numerusform>
            <numerusform>%Ln Töne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln star(s)</source>
        <translation>
            <numerusform>%Ln Stern</numerusform>
            <numerusform>%Ln Sterne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s)</source>
        <translation>
            <numerusform>%Ln Text</numerusform>
            <numerusform>%Ln Texte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s)</source>
        <translation>
            <numerusform>%Ln Element</numerusform>
            <numerusform>%Ln Elemente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln video(s)</source>
        <translation>
            <numerusform>%Ln Video</numerusform>
            <numerusform>%Ln Videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s)</source>
        <translation>
            <numerusform>%Ln Wort</numerusform>
            <numerusform>%Ln Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>, favourite</source>
        <translation>, Favorit</translation>
    </message>
    <message>
        <source>, repeats {start} to {end}</source>
        <translation>, wiederholt {start} bis {end}</translation>
    </message>
    <message>
        <source>, without {join}</source>
        <translation>, ohne {join}</translation>
    </message>
    <message>
        <source>, {charges} not known</source>
        <translation>, {charges} nicht bekannt</translation>
    </message>
    <message>
        <source>, {count} more</source>
        <translation>, {count} weitere</translation>
    </message>
    <message>
        <source>1 hour without use</source>
        <translation>1 Stunde ohne Benutzung</translation>
    </message>
    <message>
        <source>1 job is</source>
        <translation>1 Auftrag läuft</translation>
    </message>
    <message>
        <source>1 job was picked up at its provider, not sent twice.</source>
        <translation>1 Auftrag wurde beim Anbieter wieder aufgenommen, nicht doppelt gesendet.</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 Seite</translation>
    </message>
    <message>
        <source>1 result had arrived.</source>
        <translation>1 Ergebnis war angekommen.</translation>
    </message>
    <message>
        <source>1 setting is not used by this model</source>
        <translation>1 Einstellung wird von diesem Modell nicht benutzt</translation>
    </message>
    <message>
        <source>1, not repeated</source>
        <translation>1, nicht wiederholt</translation>
    </message>
    <message>
        <source>10 minutes without use</source>
        <translation>10 Minuten ohne Benutzung</translation>
    </message>
    <message>
        <source>15 minutes without use</source>
        <translation>15 Minuten ohne Benutzung</translation>
    </message>
    <message>
        <source>15 seconds</source>
        <translation>15 Sekunden</translation>
    </message>
    <message>
        <source>2 minutes</source>
        <translation>2 Minuten</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>30 seconds</source>
        <translation>30 Sekunden</translation>
    </message>
    <message>
        <source>5 minutes without use</source>
        <translation>5 Minuten ohne Benutzung</translation>
    </message>
    <message>
        <source>60 seconds</source>
        <translation>60 Sekunden</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>95% within</source>
        <translation>95 % innerhalb von</translation>
    </message>
    <message>
        <source>A JSON object that is sent as it is. What it adds to the price is not known.</source>
        <translation>Ein JSON-Objekt, das unverändert gesendet wird. Wie es den Preis verändert, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>A JSON schema that the answer shall follow.</source>
        <translation>Ein JSON-Schema, dem die Antwort folgen soll.</translation>
    </message>
    <message>
        <source>A PEM file, for a gateway with a certificate of its own. Certificates are always checked.</source>
        <translation>Eine PEM-Datei, für ein Gateway mit eigenem Zertifikat. Zertifikate werden immer geprüft.</translation>
    </message>
    <message>
        <source>A base address holds no user name, “?” or “#”.</source>
        <translation>Eine Basisadresse enthält keinen Benutzernamen, kein „?“ und kein „#“.</translation>
    </message>
    <message>
        <source>A budget cannot be negative.</source>
        <translation>Ein Budget kann nicht negativ sein.</translation>
    </message>
    <message>
        <source>A budget is overall, of one project or of one provider.</source>
        <translation>Ein Budget gilt insgesamt, für ein Projekt oder für einen Anbieter.</translation>
    </message>
    <message>
        <source>A budget tells at 1 to 100 per cent.</source>
        <translation>Ein Budget meldet sich bei 1 bis 100 Prozent.</translation>
    </message>
    <message>
        <source>A built-in sample provider draws pictures, text, film and sound on this computer. Free, no key, no connection.</source>
        <translation>Ein eingebauter Beispielanbieter erzeugt Bilder, Text, Film und Ton auf diesem Computer. Kostenlos, ohne Schlüssel, ohne Verbindung.</translation>
    </message>
    <message>
        <source>A call cannot cost less than nothing.</source>
        <translation>Ein Aufruf kann nicht weniger als nichts kosten.</translation>
    </message>
    <message>
        <source>A calm voice, a foggy harbour</source>
        <translation>Eine ruhige Stimme, ein Hafen im Nebel</translation>
    </message>
    <message>
        <source>A charge cannot be negative.</source>
        <translation>Eine Belastung kann nicht negativ sein.</translation>
    </message>
    <message>
        <source>A dark stoneware vase on a pale plinth, raking side light, plain plaster wall, 85 mm catalogue photograph</source>
        <translation>Eine dunkle Steinzeugvase auf hellem Sockel, streifendes Seitenlicht, schlichte Putzwand, Katalogfoto mit 85 mm</translation>
    </message>
    <message>
        <source>A drawing alone changes nothing.</source>
        <translation>Eine Zeichnung allein ändert nichts.</translation>
    </message>
    <message>
        <source>A fallback chain has at most {LONGEST_CHAIN} models.</source>
        <translation>Eine Ersatzkette hat höchstens {LONGEST_CHAIN} Modelle.</translation>
    </message>
    <message>
        <source>A grid has {MOST_AXES} settings at most.</source>
        <translation>Ein Raster hat höchstens {MOST_AXES} Einstellungen.</translation>
    </message>
    <message>
        <source>A job is missing.</source>
        <translation>Ein Auftrag fehlt.</translation>
    </message>
    <message>
        <source>A job is not in the state that was recorded last.</source>
        <translation>Ein Auftrag ist nicht im zuletzt vermerkten Zustand.</translation>
    </message>
    <message>
        <source>A key of its own</source>
        <translation>Ein eigener Schlüssel</translation>
    </message>
    <message>
        <source>A last picture needs a first one.</source>
        <translation>Ein letztes Bild braucht ein erstes.</translation>
    </message>
    <message>
        <source>A library has at most {MAX_SLOTS} key slots.</source>
        <translation>Eine Bibliothek hat höchstens {MAX_SLOTS} Schlüsselplätze.</translation>
    </message>
    <message>
        <source>A list to pick from</source>
        <translation>Eine Liste zum Aussuchen</translation>
    </message>
    <message>
        <source>A mask alone changes nothing.</source>
        <translation>Eine Maske allein ändert nichts.</translation>
    </message>
    <message>
        <source>A mask and a drawing over the picture cannot be used together.</source>
        <translation>Eine Maske und eine Zeichnung über dem Bild lassen sich nicht zusammen verwenden.</translation>
    </message>
    <message>
        <source>A media file has a newer format.</source>
        <translation>Eine Mediendatei hat ein neueres Format.</translation>
    </message>
    <message>
        <source>A media file is damaged: its closing record is not readable.</source>
        <translation>Eine Mediendatei ist beschädigt: ihr Schlusseintrag ist nicht lesbar.</translation>
    </message>
    <message>
        <source>A media file is damaged: {what}.</source>
        <translation>Eine Mediendatei ist beschädigt: {what}.</translation>
    </message>
    <message>
        <source>A media file lies under the name of another one.</source>
        <translation>Eine Mediendatei liegt unter dem Namen einer anderen.</translation>
    </message>
    <message>
        <source>A new attempt. It may be billed twice.</source>
        <translation>Ein neuer Versuch. Er kann ein zweites Mal berechnet werden.</translation>
    </message>
    <message>
        <source>A new library needs a passphrase or the system keyring.</source>
        <translation>Eine neue Bibliothek braucht eine Passphrase oder den Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>A new or empty folder.</source>
        <translation>Ein neuer oder leerer Ordner.</translation>
    </message>
    <message>
        <source>A newer code replaces an older one: look for the latest copy.</source>
        <translation>Ein neuerer Code ersetzt einen älteren: nach der letzten Kopie suchen.</translation>
    </message>
    <message>
        <source>A paper boat drifting down a stream, close to the water, dappled light</source>
        <translation>Ein Papierboot treibt einen Bach hinunter, nah am Wasser, gesprenkeltes Licht</translation>
    </message>
    <message>
        <source>A paper boat in a stream</source>
        <translation>Ein Papierboot im Bach</translation>
    </message>
    <message>
        <source>A part is not a whole WAV file.</source>
        <translation>Ein Teil ist keine vollständige WAV-Datei.</translation>
    </message>
    <message>
        <source>A picture in the background takes no drawing over it.</source>
        <translation>Ein Bild im Hintergrund nimmt keine Zeichnung darüber an.</translation>
    </message>
    <message>
        <source>A preset keeps prompt, model and settings, encrypted in the library.</source>
        <translation>Eine Vorlage bewahrt Prompt, Modell und Einstellungen verschlüsselt in der Bibliothek auf.</translation>
    </message>
    <message>
        <source>A project needs a name.</source>
        <translation>Ein Projekt braucht einen Namen.</translation>
    </message>
    <message>
        <source>A provider’s own rate limit always comes first.</source>
        <translation>Die Grenze eines Anbieters selbst geht immer vor.</translation>
    </message>
    <message>
        <source>A rating is 0 to 5.</source>
        <translation>Eine Bewertung ist 0 bis 5.</translation>
    </message>
    <message>
        <source>A recovery code has {GROUPS} groups of {GROUP_LENGTH} characters ({GROUPS2} in all); {len} were entered.</source>
        <translation>Ein Wiederherstellungscode hat {GROUPS} Gruppen zu {GROUP_LENGTH} Zeichen (insgesamt {GROUPS2}); {len} wurden eingegeben.</translation>
    </message>
    <message>
        <source>A run is missing from the history.</source>
        <translation>Ein Lauf fehlt im Verlauf.</translation>
    </message>
    <message>
        <source>A set of models needs a name.</source>
        <translation>Eine Zusammenstellung von Modellen braucht einen Namen.</translation>
    </message>
    <message>
        <source>A short welcome message for visitors of a small museum, friendly and clear</source>
        <translation>Eine kurze Begrüßung für die Gäste eines kleinen Museums, freundlich und klar</translation>
    </message>
    <message>
        <source>A sum belongs to no call: correct single calls in the ledger.</source>
        <translation>Eine Summe gehört zu keinem Aufruf: einzelne Aufrufe im Kontobuch berichtigen.</translation>
    </message>
    <message>
        <source>A tag is one to sixty characters.</source>
        <translation>Ein Schlagwort hat ein bis sechzig Zeichen.</translation>
    </message>
    <message>
        <source>A tag such as en-GB; found out if left empty.</source>
        <translation>Eine Kennung wie en-GB; leer wird sie ermittelt.</translation>
    </message>
    <message>
        <source>A text model rewrites the prompt. It is a run like any other, with its price.</source>
        <translation>Ein Textmodell schreibt den Prompt um. Das ist ein Lauf wie jeder andere, mit seinem Preis.</translation>
    </message>
    <message>
        <source>A typical {kind}</source>
        <translation>Typisch: {kind}</translation>
    </message>
    <message>
        <source>A video is extended by at most {EXTENSION_LONGEST_S} s at a time.</source>
        <translation>Ein Video wird um höchstens {EXTENSION_LONGEST_S} s auf einmal verlängert.</translation>
    </message>
    <message>
        <source>A video to change cannot be used together with a first or last picture.</source>
        <translation>Ein zu änderndes Video lässt sich nicht mit einem ersten oder letzten Bild verbinden.</translation>
    </message>
    <message>
        <source>A view keeps search, filters and order. What it shows follows the library.</source>
        <translation>Eine Ansicht bewahrt Suche, Filter und Reihenfolge auf. Was sie zeigt, folgt der Bibliothek.</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>About mediadesk</source>
        <translation>Über mediadesk</translation>
    </message>
    <message>
        <source>About this model</source>
        <translation>Über dieses Modell</translation>
    </message>
    <message>
        <source>About {time} spoken</source>
        <translation>Etwa {time} gesprochen</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Adaptive</source>
        <translation>Anpassend</translation>
    </message>
    <message>
        <source>Adaptive: the model decides how long it thinks. Thinking counts as output.</source>
        <translation>Anpassend: das Modell entscheidet, wie lange es nachdenkt. Nachdenken zählt als Ausgabe.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add a fallback model</source>
        <translation>Ersatzmodell hinzufügen</translation>
    </message>
    <message>
        <source>Add a file.</source>
        <translation>Eine Datei hinzufügen.</translation>
    </message>
    <message>
        <source>Add a key in Settings, or with “mediadesk keys add {id}”.</source>
        <translation>Einen Schlüssel in den Einstellungen hinzufügen oder mit „mediadesk keys add {id}“.</translation>
    </message>
    <message>
        <source>Add a key in Settings.</source>
        <translation>Einen Schlüssel in den Einstellungen hinzufügen.</translation>
    </message>
    <message>
        <source>Add a key of its own.</source>
        <translation>Einen eigenen Schlüssel hinzufügen.</translation>
    </message>
    <message>
        <source>Add a key.</source>
        <translation>Einen Schlüssel hinzufügen.</translation>
    </message>
    <message>
        <source>Add a passphrase</source>
        <translation>Passphrase hinzufügen</translation>
    </message>
    <message>
        <source>Add a passphrase or the keyring first.</source>
        <translation>Zuerst eine Passphrase oder den Schlüsselbund hinzufügen.</translation>
    </message>
    <message>
        <source>Add credit there, then try again.</source>
        <translation>Dort Guthaben aufladen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Add endpoint</source>
        <translation>Endpunkt hinzufügen</translation>
    </message>
    <message>
        <source>Add extra headers</source>
        <translation>Weitere Header hinzufügen</translation>
    </message>
    <message>
        <source>Add it to {provider}</source>
        <translation>Zu {provider} hinzufügen</translation>
    </message>
    <message>
        <source>Add key</source>
        <translation>Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>Add one in Settings, or with “mediadesk keys add {id} --base-url URL”.</source>
        <translation>Eine in den Einstellungen hinzufügen oder mit „mediadesk keys add {id} --base-url URL“.</translation>
    </message>
    <message>
        <source>Add one, for example http://localhost:11434/v1.</source>
        <translation>Eine hinzufügen, zum Beispiel http://localhost:11434/v1.</translation>
    </message>
    <message>
        <source>Add the file again.</source>
        <translation>Die Datei erneut hinzufügen.</translation>
    </message>
    <message>
        <source>Add the picture that it belongs to.</source>
        <translation>Das Bild hinzufügen, zu dem sie gehört.</translation>
    </message>
    <message>
        <source>Add the picture that the video begins with.</source>
        <translation>Das Bild hinzufügen, mit dem das Video beginnt.</translation>
    </message>
    <message>
        <source>Add {label}</source>
        <translation>{label} hinzufügen</translation>
    </message>
    <message>
        <source>Added waiting</source>
        <translation>Zusätzliche Wartezeit</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Addresses on this computer are always reached directly.</source>
        <translation>Adressen auf diesem Computer werden immer direkt erreicht.</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Advanced settings</source>
        <translation>Erweiterte Einstellungen</translation>
    </message>
    <message>
        <source>After how many days a price that was read counts as old.</source>
        <translation>Nach wie vielen Tagen ein gelesener Preis als alt gilt.</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Stimmt überein</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All entries</source>
        <translation>Alle Einträge</translation>
    </message>
    <message>
        <source>All media</source>
        <translation>Alle Medien</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>Alle Modelle</translation>
    </message>
    <message>
        <source>All projects</source>
        <translation>Alle Projekte</translation>
    </message>
    <message>
        <source>All providers</source>
        <translation>Alle Anbieter</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Allow adult</source>
        <translation>Erwachsene erlauben</translation>
    </message>
    <message>
        <source>Allow all</source>
        <translation>Alle erlauben</translation>
    </message>
    <message>
        <source>Alloy</source>
        <translation>Alloy</translation>
    </message>
    <message>
        <source>Also {join}</source>
        <translation>Auch {join}</translation>
    </message>
    <message>
        <source>Alt+{number}</source>
        <translation>Alt+{number}</translation>
    </message>
    <message>
        <source>Ambient</source>
        <translation>Ambient</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Amount charged, in US dollars</source>
        <translation>Berechneter Betrag in US-Dollar</translation>
    </message>
    <message>
        <source>Amount on the bill (USD)</source>
        <translation>Betrag laut Rechnung (USD)</translation>
    </message>
    <message>
        <source>Amounts are in</source>
        <translation>Beträge sind in</translation>
    </message>
    <message>
        <source>An account has one key.</source>
        <translation>Ein Konto hat einen Schlüssel.</translation>
    </message>
    <message>
        <source>An earlier try of this run is still to settle; it may have been charged</source>
        <translation>Ein früherer Versuch dieses Laufs ist noch zu klären; er kann berechnet worden sein</translation>
    </message>
    <message>
        <source>An entry of the ledger is missing.</source>
        <translation>Ein Eintrag des Kontobuchs fehlt.</translation>
    </message>
    <message>
        <source>An entry of the ledger is not the one that was written.</source>
        <translation>Ein Eintrag des Kontobuchs ist nicht der geschriebene.</translation>
    </message>
    <message>
        <source>An hour</source>
        <translation>Eine Stunde</translation>
    </message>
    <message>
        <source>An item is not the one that was added.</source>
        <translation>Ein Objekt ist nicht das hinzugefügte.</translation>
    </message>
    <message>
        <source>An item that was added is missing.</source>
        <translation>Ein hinzugefügtes Objekt fehlt.</translation>
    </message>
    <message>
        <source>An opaque mark that is sent along; never a name.</source>
        <translation>Eine unlesbare Kennung, die mitgesendet wird; nie ein Name.</translation>
    </message>
    <message>
        <source>Analytics</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Another key or model may be allowed</source>
        <translation>Ein anderer Schlüssel oder ein anderes Modell ist vielleicht erlaubt</translation>
    </message>
    <message>
        <source>Another process is using the library.</source>
        <translation>Ein anderer Prozess benutzt die Bibliothek.</translation>
    </message>
    <message>
        <source>Another process runs jobs on this library.</source>
        <translation>Ein anderer Prozess führt Aufträge in dieser Bibliothek aus.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Answer as JSON</source>
        <translation>Antwort als JSON</translation>
    </message>
    <message>
        <source>Answer with its prompt</source>
        <translation>Antwort mit ihrem Prompt</translation>
    </message>
    <message>
        <source>Any of {count}</source>
        <translation>Beliebig aus {count}</translation>
    </message>
    <message>
        <source>Any range</source>
        <translation>Beliebiger Zeitraum</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Applies when mediadesk is opened again. The command line stays English.</source>
        <translation>Gilt, wenn mediadesk das nächste Mal geöffnet wird. Die Befehlszeile bleibt englisch.</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Archived projects</source>
        <translation>Archivierte Projekte</translation>
    </message>
    <message>
        <source>Archived, </source>
        <translation>Archiviert, </translation>
    </message>
    <message>
        <source>Arrow keys move the brush, Space paints, [ and ] change the size of the brush.</source>
        <translation>Pfeiltasten bewegen den Pinsel, die Leertaste malt, [ und ] ändern die Pinselgröße.</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>As in the project</source>
        <translation>Wie im Projekt</translation>
    </message>
    <message>
        <source>As input</source>
        <translation>Als Eingabe</translation>
    </message>
    <message>
        <source>As the theme</source>
        <translation>Wie das Farbschema</translation>
    </message>
    <message>
        <source>Ash</source>
        <translation>Ash</translation>
    </message>
    <message>
        <source>Ask each time</source>
        <translation>Jedes Mal fragen</translation>
    </message>
    <message>
        <source>Ask for token counts</source>
        <translation>Nach Tokenzahlen fragen</translation>
    </message>
    <message>
        <source>Ask me when one run may cost more than</source>
        <translation>Fragen, wenn ein Lauf mehr kosten kann als</translation>
    </message>
    <message>
        <source>Ask or describe the text you want.</source>
        <translation>Eine Frage stellen oder den gewünschten Text beschreiben.</translation>
    </message>
    <message>
        <source>Ask the provider to delete it.</source>
        <translation>Bitten Sie den Anbieter, es zu löschen.</translation>
    </message>
    <message>
        <source>Ask the providers that have a key which models they offer</source>
        <translation>Anbieter mit Schlüssel fragen, welche Modelle sie anbieten</translation>
    </message>
    <message>
        <source>Aspect ratio</source>
        <translation>Proportionen</translation>
    </message>
    <message>
        <source>At least 8 characters; several unrelated words are easy to remember.</source>
        <translation>Mindestens 8 Zeichen; mehrere Wörter ohne Zusammenhang merken sich leicht.</translation>
    </message>
    <message>
        <source>At most {MOST_HEADERS} extra headers are sent.</source>
        <translation>Es werden höchstens {MOST_HEADERS} weitere Header gesendet.</translation>
    </message>
    <message>
        <source>At most {amount}</source>
        <translation>Höchstens {amount}</translation>
    </message>
    <message>
        <source>At most {most_models} models can be compared.</source>
        <translation>Höchstens {most_models} Modelle lassen sich vergleichen.</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Sofort</translation>
    </message>
    <message>
        <source>Attempt {number}</source>
        <translation>Versuch {number}</translation>
    </message>
    <message>
        <source>Attempt {number} of {most}</source>
        <translation>Versuch {number} von {most}</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back 5 seconds</source>
        <translation>5 Sekunden zurück</translation>
    </message>
    <message>
        <source>Back to Analytics</source>
        <translation>Zurück zur Auswertung</translation>
    </message>
    <message>
        <source>Back to Create</source>
        <translation>Zurück zu Erstellen</translation>
    </message>
    <message>
        <source>Back to the result</source>
        <translation>Zurück zum Ergebnis</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Ballad</source>
        <translation>Ballad</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Basis-URL</translation>
    </message>
    <message>
        <source>Base URL, only for a gateway of your own</source>
        <translation>Basis-URL, nur für ein eigenes Gateway</translation>
    </message>
    <message>
        <source>Before an expensive run</source>
        <translation>Vor einem teuren Lauf</translation>
    </message>
    <message>
        <source>Begin each turn on a new line with {known}.</source>
        <translation>Jeden Beitrag in einer neuen Zeile mit {known} beginnen.</translation>
    </message>
    <message>
        <source>Being written</source>
        <translation>Wird geschrieben</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Beste</translation>
    </message>
    <message>
        <source>Best rated first</source>
        <translation>Beste Bewertung zuerst</translation>
    </message>
    <message>
        <source>Between tools</source>
        <translation>Zwischen Werkzeugen</translation>
    </message>
    <message>
        <source>Between two pictures a video takes at most {BOTH_FRAMES_LONGEST_S} s.</source>
        <translation>Zwischen zwei Bildern dauert ein Video höchstens {BOTH_FRAMES_LONGEST_S} s.</translation>
    </message>
    <message>
        <source>Bit rate</source>
        <translation>Bitrate</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Schwarz</translation>
    </message>
    <message>
        <source>Black where both are equal</source>
        <translation>Schwarz, wo beide gleich sind</translation>
    </message>
    <message>
        <source>Blue hour over wide dunes, one canvas tent lit from inside, slow dolly to the right</source>
        <translation>Blaue Stunde über weiten Dünen, ein von innen beleuchtetes Zelt, langsame Fahrt nach rechts</translation>
    </message>
    <message>
        <source>Both days count.</source>
        <translation>Beide Tage zählen mit.</translation>
    </message>
    <message>
        <source>Bright</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Bring prompt and settings back (R)</source>
        <translation>Prompt und Einstellungen zurückholen (R)</translation>
    </message>
    <message>
        <source>Brings the settings of this run back; you start it yourself</source>
        <translation>Holt die Einstellungen dieses Laufs zurück; gestartet wird von Hand</translation>
    </message>
    <message>
        <source>Broke off before its end</source>
        <translation>Vor dem Ende abgebrochen</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Budget in US dollars: {what}</source>
        <translation>Budget in US-Dollar: {what}</translation>
    </message>
    <message>
        <source>Budget left</source>
        <translation>Budget übrig</translation>
    </message>
    <message>
        <source>Budgets</source>
        <translation>Budgets</translation>
    </message>
    <message>
        <source>By cost</source>
        <translation>Nach Kosten</translation>
    </message>
    <message>
        <source>By results</source>
        <translation>Nach Ergebnissen</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Came back after a restart</source>
        <translation>Kam nach einem Neustart zurück</translation>
    </message>
    <message>
        <source>Camera movement</source>
        <translation>Kamerabewegung</translation>
    </message>
    <message>
        <source>Can do</source>
        <translation>Kann</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Alle abbrechen</translation>
    </message>
    <message>
        <source>Cancel the rest</source>
        <translation>Rest abbrechen</translation>
    </message>
    <message>
        <source>Cancel this job</source>
        <translation>Diesen Auftrag abbrechen</translation>
    </message>
    <message>
        <source>Cancel this run</source>
        <translation>Diesen Lauf abbrechen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Cancel{count}</source>
        <translation>Abbrechen{count}</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Capital letters and dashes do not matter</source>
        <translation>Großschreibung und Striche sind egal</translation>
    </message>
    <message>
        <source>Caps Lock is on.</source>
        <translation>Die Feststelltaste ist an.</translation>
    </message>
    <message>
        <source>Cedar</source>
        <translation>Cedar</translation>
    </message>
    <message>
        <source>Cents</source>
        <translation>Cent</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change inputs</source>
        <translation>Eingaben ändern</translation>
    </message>
    <message>
        <source>Change its permissions.</source>
        <translation>Die Zugriffsrechte ändern.</translation>
    </message>
    <message>
        <source>Change models</source>
        <translation>Modelle ändern</translation>
    </message>
    <message>
        <source>Change tags (T)</source>
        <translation>Schlagwörter ändern (T)</translation>
    </message>
    <message>
        <source>Change the address of {label}</source>
        <translation>Die Adresse von {label} ändern</translation>
    </message>
    <message>
        <source>Change the named setting and try again.</source>
        <translation>Die genannte Einstellung ändern und erneut versuchen.</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Passphrase ändern</translation>
    </message>
    <message>
        <source>Change the prompt or choose another model.</source>
        <translation>Den Prompt ändern oder ein anderes Modell auswählen.</translation>
    </message>
    <message>
        <source>Change the prompt or the inputs, then try again.</source>
        <translation>Den Prompt oder die Eingaben ändern, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Change the prompt or the inputs.</source>
        <translation>Den Prompt oder die Eingaben ändern.</translation>
    </message>
    <message>
        <source>Change the prompt.</source>
        <translation>Den Prompt ändern.</translation>
    </message>
    <message>
        <source>Change the request, or try again.</source>
        <translation>Die Anfrage ändern oder erneut versuchen.</translation>
    </message>
    <message>
        <source>Change {setting} to {value}, for {amount}</source>
        <translation>{setting} auf {value} ändern, für {amount}</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Changed from the usual value</source>
        <translation>Vom üblichen Wert abweichend</translation>
    </message>
    <message>
        <source>Changes apply at once, the language at the next start.</source>
        <translation>Änderungen gelten sofort, die Sprache ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Charge</source>
        <translation>Belastung</translation>
    </message>
    <message>
        <source>Chat completions</source>
        <translation>Chat completions</translation>
    </message>
    <message>
        <source>Cheapest</source>
        <translation>Günstigste</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Check Caps Lock and the keyboard layout, or use the recovery code.</source>
        <translation>Feststelltaste und Tastaturbelegung prüfen oder den Wiederherstellungscode benutzen.</translation>
    </message>
    <message>
        <source>Check at the provider whether this run was charged.</source>
        <translation>Beim Anbieter prüfen, ob dieser Lauf berechnet wurde.</translation>
    </message>
    <message>
        <source>Check every file against its fingerprint</source>
        <translation>Jede Datei mit ihrem Fingerabdruck vergleichen</translation>
    </message>
    <message>
        <source>Check its permissions, or copy the library elsewhere.</source>
        <translation>Die Zugriffsrechte prüfen oder die Bibliothek anderswohin kopieren.</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Die Zugriffsrechte prüfen.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Check that disk.</source>
        <translation>Dieses Laufwerk prüfen.</translation>
    </message>
    <message>
        <source>Check that no group is missing.</source>
        <translation>Prüfen, ob keine Gruppe fehlt.</translation>
    </message>
    <message>
        <source>Check the base address in Settings, Keys.</source>
        <translation>Die Basisadresse unter Einstellungen, Schlüssel prüfen.</translation>
    </message>
    <message>
        <source>Check the connection of this computer</source>
        <translation>Die Verbindung dieses Computers prüfen</translation>
    </message>
    <message>
        <source>Check the connection.</source>
        <translation>Die Verbindung prüfen.</translation>
    </message>
    <message>
        <source>Check the disk and try again.</source>
        <translation>Das Laufwerk prüfen und erneut versuchen.</translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation>Das Laufwerk prüfen.</translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions.</source>
        <translation>Die Zugriffsrechte des Ordners prüfen.</translation>
    </message>
    <message>
        <source>Check the internet connection and the base address.</source>
        <translation>Internetverbindung und Basisadresse prüfen.</translation>
    </message>
    <message>
        <source>Check the internet connection.</source>
        <translation>Die Internetverbindung prüfen.</translation>
    </message>
    <message>
        <source>Check the key in Settings, Keys.</source>
        <translation>Den Schlüssel unter Einstellungen, Schlüssel prüfen.</translation>
    </message>
    <message>
        <source>Check the key in Settings.</source>
        <translation>Den Schlüssel in den Einstellungen prüfen.</translation>
    </message>
    <message>
        <source>Check the key&apos;s rights there.</source>
        <translation>Dort die Rechte des Schlüssels prüfen.</translation>
    </message>
    <message>
        <source>Check the key, or add a new one</source>
        <translation>Den Schlüssel prüfen oder einen neuen hinzufügen</translation>
    </message>
    <message>
        <source>Check the library with “mediadesk library verify”, and both disks.</source>
        <translation>Die Bibliothek mit „mediadesk library verify“ prüfen und beide Laufwerke.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Den Pfad prüfen.</translation>
    </message>
    <message>
        <source>Check the permissions of the library folder.</source>
        <translation>Die Zugriffsrechte des Bibliotheksordners prüfen.</translation>
    </message>
    <message>
        <source>Check your account page there, then say whether it was charged.</source>
        <translation>Auf der dortigen Kontoseite nachsehen und dann angeben, ob es berechnet wurde.</translation>
    </message>
    <message>
        <source>Checking every file against its fingerprint</source>
        <translation>Jede Datei wird mit ihrem Fingerabdruck verglichen</translation>
    </message>
    <message>
        <source>Checking the passphrase needs {needed_mib} MiB of free memory.</source>
        <translation>Die Prüfung der Passphrase braucht {needed_mib} MiB freien Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Choose WAV or MP3 as the format next time.</source>
        <translation>Nächstes Mal WAV oder MP3 als Format auswählen.</translation>
    </message>
    <message>
        <source>Choose a chat model.</source>
        <translation>Ein Chatmodell auswählen.</translation>
    </message>
    <message>
        <source>Choose a fallback model</source>
        <translation>Ersatzmodell auswählen</translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation>Einen Ordner auswählen.</translation>
    </message>
    <message>
        <source>Choose a longer one; several unrelated words are easy to remember.</source>
        <translation>Eine längere wählen; mehrere Wörter ohne Zusammenhang merken sich leicht.</translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation>Modell auswählen</translation>
    </message>
    <message>
        <source>Choose a model (Ctrl+M)</source>
        <translation>Modell auswählen (Strg+M)</translation>
    </message>
    <message>
        <source>Choose a new or empty folder for the library.</source>
        <translation>Einen neuen oder leeren Ordner für die Bibliothek auswählen.</translation>
    </message>
    <message>
        <source>Choose a new or empty folder.</source>
        <translation>Einen neuen oder leeren Ordner auswählen.</translation>
    </message>
    <message>
        <source>Choose a short name.</source>
        <translation>Einen kurzen Namen wählen.</translation>
    </message>
    <message>
        <source>Choose a shorter duration.</source>
        <translation>Eine kürzere Dauer wählen.</translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation>Einen kürzeren wählen.</translation>
    </message>
    <message>
        <source>Choose a smaller size or a shorter duration.</source>
        <translation>Eine kleinere Größe oder kürzere Dauer wählen.</translation>
    </message>
    <message>
        <source>Choose another account.</source>
        <translation>Ein anderes Konto auswählen.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Eine andere Datei auswählen.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Einen anderen Ordner auswählen.</translation>
    </message>
    <message>
        <source>Choose another model, or add a key for that service.</source>
        <translation>Ein anderes Modell auswählen oder einen Schlüssel für diesen Dienst hinzufügen.</translation>
    </message>
    <message>
        <source>Choose another model, or begin a new conversation.</source>
        <translation>Ein anderes Modell wählen oder ein neues Gespräch beginnen.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>Ein anderes Modell auswählen.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Choose another number of results.</source>
        <translation>Eine andere Anzahl von Ergebnissen wählen.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Etwas anderes auswählen.</translation>
    </message>
    <message>
        <source>Choose another project, or take it out of the archive.</source>
        <translation>Ein anderes Projekt auswählen oder es aus dem Archiv holen.</translation>
    </message>
    <message>
        <source>Choose another provider.</source>
        <translation>Einen anderen Anbieter auswählen.</translation>
    </message>
    <message>
        <source>Choose at least {fewest_models} models.</source>
        <translation>Mindestens {fewest_models} Modelle auswählen.</translation>
    </message>
    <message>
        <source>Choose inputs</source>
        <translation>Eingaben auswählen</translation>
    </message>
    <message>
        <source>Choose only among so many likeliest words.</source>
        <translation>Nur unter so vielen wahrscheinlichsten Wörtern wählen.</translation>
    </message>
    <message>
        <source>Choose only among so many words.</source>
        <translation>Nur unter so vielen Wörtern wählen.</translation>
    </message>
    <message>
        <source>Choose only among the likeliest words.</source>
        <translation>Nur unter den wahrscheinlichsten Wörtern wählen.</translation>
    </message>
    <message>
        <source>Choose the disk or folder that it shall lie in</source>
        <translation>Datenträger oder Ordner wählen, in dem sie liegen soll</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Ordner auswählen</translation>
    </message>
    <message>
        <source>Choose the folder of a mediadesk library.</source>
        <translation>Den Ordner einer mediadesk-Bibliothek auswählen.</translation>
    </message>
    <message>
        <source>Choose the host by</source>
        <translation>Host wählen nach</translation>
    </message>
    <message>
        <source>Choose {FEWEST_MODELS} to {MOST_MODELS}.</source>
        <translation>{FEWEST_MODELS} bis {MOST_MODELS} auswählen.</translation>
    </message>
    <message>
        <source>Choose {fewest_models} to {most_models} models</source>
        <translation>{fewest_models} bis {most_models} Modelle auswählen</translation>
    </message>
    <message>
        <source>Choose {fewest} to {most} results of one kind to compare them.</source>
        <translation>{fewest} bis {most} Ergebnisse einer Art auswählen, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear a copied recovery key</source>
        <translation>Kopierten Wiederherstellungsschlüssel löschen</translation>
    </message>
    <message>
        <source>Clear a copied recovery key from the clipboard after</source>
        <translation>Kopierten Wiederherstellungsschlüssel aus der Zwischenablage löschen nach</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter entfernen</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>Clear the list: {group}</source>
        <translation>Liste leeren: {group}</translation>
    </message>
    <message>
        <source>Clear the mask</source>
        <translation>Maske leeren</translation>
    </message>
    <message>
        <source>Clear the thumbnails</source>
        <translation>Vorschaubilder löschen</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Clip</translation>
    </message>
    <message>
        <source>Clipboard clears in {clipboard_seconds} s</source>
        <translation>Zwischenablage wird in {clipboard_seconds} s geleert</translation>
    </message>
    <message>
        <source>Clipboard histories are asked to leave it out.</source>
        <translation>Verläufe der Zwischenablage werden gebeten, ihn auszulassen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <source>Close its window, or wait until its command has ended, and try again.</source>
        <translation>Sein Fenster schließen oder das Ende seines Befehls abwarten und erneut versuchen.</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Andere Programme schließen und erneut versuchen.</translation>
    </message>
    <message>
        <source>Close the comparison</source>
        <translation>Vergleich schließen</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Details schließen</translation>
    </message>
    <message>
        <source>Close this page</source>
        <translation>Diese Seite schließen</translation>
    </message>
    <message>
        <source>Close to the water</source>
        <translation>Nah am Wasser</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Cold open</source>
        <translation>Einstieg</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Compare marked results</source>
        <translation>Markierte Ergebnisse vergleichen</translation>
    </message>
    <message>
        <source>Compare models</source>
        <translation>Modelle vergleichen</translation>
    </message>
    <message>
        <source>Compare with a usage file</source>
        <translation>Mit einer Nutzungsdatei vergleichen</translation>
    </message>
    <message>
        <source>Compare with a usage file…</source>
        <translation>Mit einer Nutzungsdatei vergleichen…</translation>
    </message>
    <message>
        <source>Compare with your copy and correct it.</source>
        <translation>Mit der eigenen Abschrift vergleichen und berichtigen.</translation>
    </message>
    <message>
        <source>Compare {count}</source>
        <translation>{count} vergleichen</translation>
    </message>
    <message>
        <source>Compare {count} items</source>
        <translation>{count} Objekte vergleichen</translation>
    </message>
    <message>
        <source>Compare {fewest} to {most} items</source>
        <translation>{fewest} bis {most} Elemente vergleichen</translation>
    </message>
    <message>
        <source>Compare {models}</source>
        <translation>{models} vergleichen</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vollständig</translation>
    </message>
    <message>
        <source>Composer</source>
        <translation>Eingabebereich</translation>
    </message>
    <message>
        <source>Composer and stage</source>
        <translation>Eingabebereich und Bühne</translation>
    </message>
    <message>
        <source>Connect a provider</source>
        <translation>Anbieter verbinden</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Content filter</source>
        <translation>Inhaltsfilter</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Continue this text</source>
        <translation>Diesen Text fortsetzen</translation>
    </message>
    <message>
        <source>Continue this text (Ctrl+J)</source>
        <translation>Diesen Text fortsetzen (Strg+J)</translation>
    </message>
    <message>
        <source>Copies made before updates</source>
        <translation>Sicherungen vor Aktualisierungen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Copy its name from where it was made.</source>
        <translation>Den Namen dort kopieren, wo sie entstand.</translation>
    </message>
    <message>
        <source>Copy one from “mediadesk list”, or with “Copy the id” in the window.</source>
        <translation>Eine aus „mediadesk list“ kopieren oder im Fenster mit „Kennung kopieren“.</translation>
    </message>
    <message>
        <source>Copy settings from a project</source>
        <translation>Einstellungen aus einem Projekt übernehmen</translation>
    </message>
    <message>
        <source>Copy the answer</source>
        <translation>Die Antwort kopieren</translation>
    </message>
    <message>
        <source>Copy the id</source>
        <translation>Kennung kopieren</translation>
    </message>
    <message>
        <source>Copy the key again from the provider&apos;s page.</source>
        <translation>Den Schlüssel auf der Seite des Anbieters erneut kopieren.</translation>
    </message>
    <message>
        <source>Copy the last answer</source>
        <translation>Letzte Antwort kopieren</translation>
    </message>
    <message>
        <source>Copy the prompt</source>
        <translation>Prompt kopieren</translation>
    </message>
    <message>
        <source>Copy the result</source>
        <translation>Ergebnis kopieren</translation>
    </message>
    <message>
        <source>Copy without Markdown</source>
        <translation>Ohne Markdown kopieren</translation>
    </message>
    <message>
        <source>Coral</source>
        <translation>Coral</translation>
    </message>
    <message>
        <source>Correct what a call cost</source>
        <translation>Kosten eines Aufrufs berichtigen</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>Berichtigung</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>Berichtigen…</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Cost not known</source>
        <translation>Kosten nicht bekannt</translation>
    </message>
    <message>
        <source>Cost per kept result</source>
        <translation>Kosten pro behaltenem Ergebnis</translation>
    </message>
    <message>
        <source>Costs more on some models.</source>
        <translation>Kostet bei manchen Modellen mehr.</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Wird gezählt</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Zählt</translation>
    </message>
    <message>
        <source>Counts: {what}</source>
        <translation>Zählt: {what}</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Erstellen</translation>
    </message>
    <message>
        <source>Create a library</source>
        <translation>Bibliothek anlegen</translation>
    </message>
    <message>
        <source>Create it, or choose another.</source>
        <translation>Anlegen oder etwas anderes auswählen.</translation>
    </message>
    <message>
        <source>Create library</source>
        <translation>Bibliothek anlegen</translation>
    </message>
    <message>
        <source>Create one with “mediadesk library create”.</source>
        <translation>Mit „mediadesk library create“ eine anlegen.</translation>
    </message>
    <message>
        <source>Create one, or name another folder.</source>
        <translation>Eine anlegen oder einen anderen Ordner nennen.</translation>
    </message>
    <message>
        <source>Create project</source>
        <translation>Projekt anlegen</translation>
    </message>
    <message>
        <source>Create your library</source>
        <translation>Die eigene Bibliothek anlegen</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Creating</source>
        <translation>Wird angelegt</translation>
    </message>
    <message>
        <source>Custom</source>
        <translation>Eigener Zeitraum</translation>
    </message>
    <message>
        <source>Cut at the token limit</source>
        <translation>An der Tokengrenze abgeschnitten</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Damaged file</source>
        <translation>Beschädigte Datei</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Dark grey</source>
        <translation>Dunkelgrau</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Database, pictures, film, sound, thumbnails and keys are encrypted. File sizes and times can be seen. Export, drag out and copy make unencrypted files.</source>
        <translation>Datenbank, Bilder, Filme, Ton, Vorschaubilder und Schlüssel sind verschlüsselt. Dateigrößen und Zeiten sind sichtbar. Exportieren, Herausziehen und Kopieren erzeugen unverschlüsselte Dateien.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Dates of the items</source>
        <translation>Daten der Objekte</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Days begin in</source>
        <translation>Tage beginnen in</translation>
    </message>
    <message>
        <source>Dearest first</source>
        <translation>Teuerste zuerst</translation>
    </message>
    <message>
        <source>Decoding took too long and was stopped.</source>
        <translation>Das Dekodieren dauerte zu lange und wurde beendet.</translation>
    </message>
    <message>
        <source>Deep</source>
        <translation>Tief</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete a view</source>
        <translation>Ansicht löschen</translation>
    </message>
    <message>
        <source>Delete all</source>
        <translation>Alle löschen</translation>
    </message>
    <message>
        <source>Delete project</source>
        <translation>Projekt löschen</translation>
    </message>
    <message>
        <source>Delete the old folder once every file was compared</source>
        <translation>Den alten Ordner löschen, sobald jede Datei verglichen ist</translation>
    </message>
    <message>
        <source>Delete this preset</source>
        <translation>Diese Vorlage löschen</translation>
    </message>
    <message>
        <source>Delete what is selected</source>
        <translation>Auswahl löschen</translation>
    </message>
    <message>
        <source>Delete {kind_words} {id}</source>
        <translation>{kind_words} {id} löschen</translation>
    </message>
    <message>
        <source>Delete “{replace}”</source>
        <translation>„{replace}“ löschen</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Deleted results wait here and can be restored.</source>
        <translation>Gelöschte Ergebnisse warten hier und lassen sich wiederherstellen.</translation>
    </message>
    <message>
        <source>Deleted the preset “{name}”.</source>
        <translation>Die Vorlage „{name}“ wurde gelöscht.</translation>
    </message>
    <message>
        <source>Deleted the view {name}. Its items stay.</source>
        <translation>Die Ansicht {name} wurde gelöscht. Ihre Objekte bleiben.</translation>
    </message>
    <message>
        <source>Deleted {count} runs.</source>
        <translation>{count} Läufe gelöscht.</translation>
    </message>
    <message>
        <source>Deleted {name} and what is in it.</source>
        <translation>{name} und der Inhalt wurden gelöscht.</translation>
    </message>
    <message>
        <source>Delete{count}</source>
        <translation>Löschen{count}</translation>
    </message>
    <message>
        <source>Deleting takes an admin key of fal; or delete it on fal&apos;s own page.</source>
        <translation>Zum Löschen braucht es einen Admin-Schlüssel von fal; oder auf der Seite von fal löschen.</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Vortrag</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Deny uses only hosts that do not store or train on prompts.</source>
        <translation>„Ablehnen“ benutzt nur Hosts, die Prompts weder speichern noch zum Training verwenden.</translation>
    </message>
    <message>
        <source>Describe the clip you want. Subject, movement, camera, light.</source>
        <translation>Den gewünschten Clip beschreiben. Motiv, Bewegung, Kamera, Licht.</translation>
    </message>
    <message>
        <source>Describe the picture you want. Subject, setting, light, lens.</source>
        <translation>Das gewünschte Bild beschreiben. Motiv, Umgebung, Licht, Objektiv.</translation>
    </message>
    <message>
        <source>Describe what you want.</source>
        <translation>Beschreiben, was gewünscht ist.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Details of the job</source>
        <translation>Details des Auftrags</translation>
    </message>
    <message>
        <source>Details of the selection</source>
        <translation>Details der Auswahl</translation>
    </message>
    <message>
        <source>Details of what happened</source>
        <translation>Details zum Geschehenen</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Different prompts</source>
        <translation>Verschiedene Prompts</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Abweichend</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>Do this later</source>
        <translation>Später erledigen</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
    <message>
        <source>Dollars</source>
        <translation>Dollar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Done again: {label}.</source>
        <translation>Wiederholt: {label}.</translation>
    </message>
    <message>
        <source>Done. Open it to listen.</source>
        <translation>Fertig. Zum Anhören öffnen.</translation>
    </message>
    <message>
        <source>Dont allow</source>
        <translation>Nicht erlauben</translation>
    </message>
    <message>
        <source>Drawing over it</source>
        <translation>Zeichnung darüber</translation>
    </message>
    <message>
        <source>Drop or browse</source>
        <translation>Ablegen oder wählen</translation>
    </message>
    <message>
        <source>Drop, paste or browse</source>
        <translation>Ablegen, einfügen oder auswählen</translation>
    </message>
    <message>
        <source>Drop, paste or browse: {label}</source>
        <translation>Ablegen, einfügen oder auswählen: {label}</translation>
    </message>
    <message>
        <source>Dunes at the blue hour</source>
        <translation>Dünen zur blauen Stunde</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Each month</source>
        <translation>Jeden Monat</translation>
    </message>
    <message>
        <source>Each preview costs a little.</source>
        <translation>Jede Vorschau kostet ein wenig.</translation>
    </message>
    <message>
        <source>Each provider</source>
        <translation>Je Anbieter</translation>
    </message>
    <message>
        <source>Each row is</source>
        <translation>Jede Zeile ist</translation>
    </message>
    <message>
        <source>Each run and its price</source>
        <translation>Jeder Lauf und sein Preis</translation>
    </message>
    <message>
        <source>Echo</source>
        <translation>Echo</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit and retry</source>
        <translation>Bearbeiten und erneut versuchen</translation>
    </message>
    <message>
        <source>Edit name and address</source>
        <translation>Name und Adresse bearbeiten</translation>
    </message>
    <message>
        <source>Edit name, address and headers</source>
        <translation>Name, Adresse und Header bearbeiten</translation>
    </message>
    <message>
        <source>Edit project</source>
        <translation>Projekt bearbeiten</translation>
    </message>
    <message>
        <source>Edit prompt</source>
        <translation>Prompt ändern</translation>
    </message>
    <message>
        <source>Edit “{name}”</source>
        <translation>„{name}“ bearbeiten</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>Aufwand</translation>
    </message>
    <message>
        <source>Empty now</source>
        <translation>Jetzt leeren</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>Papierkorb leeren…</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Ended by the provider with “{word}”</source>
        <translation>Vom Anbieter beendet mit „{word}“</translation>
    </message>
    <message>
        <source>Ended, use {model}</source>
        <translation>Beendet, stattdessen {model}</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Ends {day}</source>
        <translation>Endet am {day}</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Enter a refund</source>
        <translation>Erstattung eintragen</translation>
    </message>
    <message>
        <source>Enter differences</source>
        <translation>Unterschiede eintragen</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>Eingetragen</translation>
    </message>
    <message>
        <source>Entered in the ledger.</source>
        <translation>Ins Kontobuch eingetragen.</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Erase instead of painting</source>
        <translation>Radieren statt malen</translation>
    </message>
    <message>
        <source>Erase {items} for good?</source>
        <translation>{items} endgültig löschen?</translation>
    </message>
    <message>
        <source>Erased for good: {items}, {size}.</source>
        <translation>Endgültig gelöscht: {items}, {size}.</translation>
    </message>
    <message>
        <source>Erased {items}, {size}. What they cost stays in the ledger.</source>
        <translation>{items} gelöscht, {size}. Was sie gekostet haben, bleibt im Kontobuch.</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>Estimate: {amount}</source>
        <translation>Schätzung: {amount}</translation>
    </message>
    <message>
        <source>Estimates are held when a run starts and settled when the bill is known.</source>
        <translation>Schätzungen werden beim Start eines Laufs vorgemerkt und abgerechnet, sobald die Kosten bekannt sind.</translation>
    </message>
    <message>
        <source>Even pace</source>
        <translation>Gleichmäßiges Tempo</translation>
    </message>
    <message>
        <source>Every amount of this range, line by line</source>
        <translation>Jeder Betrag dieses Zeitraums, Zeile für Zeile</translation>
    </message>
    <message>
        <source>Every file is copied and compared; only then is the new folder used. The library is closed meanwhile.</source>
        <translation>Jede Datei wird kopiert und verglichen; erst dann gilt der neue Ordner. Die Bibliothek ist so lange geschlossen.</translation>
    </message>
    <message>
        <source>Everything is as it was written. {read}</source>
        <translation>Alles ist so, wie es geschrieben wurde. {read}</translation>
    </message>
    <message>
        <source>Everything you made is here. New jobs wait in the queue and start by themselves.</source>
        <translation>Alles, was gemacht wurde, ist hier. Neue Aufträge warten in der Reihe und beginnen von selbst.</translation>
    </message>
    <message>
        <source>Everything you made is here. New jobs wait until you go online.</source>
        <translation>Alles, was gemacht wurde, ist hier. Neue Aufträge warten, bis die Verbindung wieder erlaubt ist.</translation>
    </message>
    <message>
        <source>Everything you make is kept here, encrypted, and works without a connection.</source>
        <translation>Alles Erzeugte wird hier verschlüsselt aufbewahrt und ist ohne Verbindung nutzbar.</translation>
    </message>
    <message>
        <source>Expired at the provider</source>
        <translation>Beim Anbieter abgelaufen</translation>
    </message>
    <message>
        <source>Explain how a kiln firing curve works, in five short steps with temperatures.</source>
        <translation>Erkläre in fünf kurzen Schritten mit Temperaturen, wie eine Brennkurve im Keramikofen verläuft.</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>CSV exportieren</translation>
    </message>
    <message>
        <source>Export it again as CSV.</source>
        <translation>Erneut als CSV exportieren.</translation>
    </message>
    <message>
        <source>Export it without --clean.</source>
        <translation>Ohne --clean exportieren.</translation>
    </message>
    <message>
        <source>Export it without --marked and --clean.</source>
        <translation>Ohne --marked und --clean exportieren.</translation>
    </message>
    <message>
        <source>Export it without --marked.</source>
        <translation>Ohne --marked exportieren.</translation>
    </message>
    <message>
        <source>Export the ledger</source>
        <translation>Kontobuch exportieren</translation>
    </message>
    <message>
        <source>Export what is selected</source>
        <translation>Auswahl exportieren</translation>
    </message>
    <message>
        <source>Export with recipe</source>
        <translation>Mit Rezept exportieren</translation>
    </message>
    <message>
        <source>Export without metadata</source>
        <translation>Ohne Metadaten exportieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>Verlängern</translation>
    </message>
    <message>
        <source>Extra headers</source>
        <translation>Weitere Header</translation>
    </message>
    <message>
        <source>Extra headers: {names}.</source>
        <translation>Weitere Header: {names}.</translation>
    </message>
    <message>
        <source>Fable</source>
        <translation>Fable</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Ausreichend</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>Ersatz</translation>
    </message>
    <message>
        <source>Fallback models</source>
        <translation>Ersatzmodelle</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Fast costs twice as much.</source>
        <translation>Schnell kostet doppelt so viel.</translation>
    </message>
    <message>
        <source>Fastest</source>
        <translation>Schnellste</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>Favourite this result</source>
        <translation>Dieses Ergebnis als Favorit</translation>
    </message>
    <message>
        <source>Favourite what is selected</source>
        <translation>Auswahl als Favorit</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Favourites only</source>
        <translation>Nur Favoriten</translation>
    </message>
    <message>
        <source>Fewer repeats</source>
        <translation>Weniger Wiederholungen</translation>
    </message>
    <message>
        <source>Fewer: {label}</source>
        <translation>Weniger: {label}</translation>
    </message>
    <message>
        <source>Figures and charts</source>
        <translation>Zahlen und Diagramme</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>File format</source>
        <translation>Dateiformat</translation>
    </message>
    <message>
        <source>File of the authority</source>
        <translation>Datei der Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>File only</source>
        <translation>Nur in der Datei</translation>
    </message>
    <message>
        <source>File quality</source>
        <translation>Dateiqualität</translation>
    </message>
    <message>
        <source>Files in</source>
        <translation>Dateien als Eingabe</translation>
    </message>
    <message>
        <source>Files that are being received</source>
        <translation>Dateien, die gerade empfangen werden</translation>
    </message>
    <message>
        <source>Fill the square</source>
        <translation>Das Quadrat füllen</translation>
    </message>
    <message>
        <source>Filter by {title}</source>
        <translation>Filtern nach {title}</translation>
    </message>
    <message>
        <source>Filter by {title}{state}</source>
        <translation>Filtern nach {title}{state}</translation>
    </message>
    <message>
        <source>Filter: {lower}</source>
        <translation>Filter: {lower}</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filters {number}</source>
        <translation>Filter {number}</translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation>In diesem Text suchen</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>First and last frame</source>
        <translation>Erstes und letztes Bild</translation>
    </message>
    <message>
        <source>First frame</source>
        <translation>Erstes Einzelbild</translation>
    </message>
    <message>
        <source>First picture</source>
        <translation>Erstes Bild</translation>
    </message>
    <message>
        <source>First picture on the left {share}%</source>
        <translation>Erstes Bild links {share} %</translation>
    </message>
    <message>
        <source>First speaker</source>
        <translation>Erste Stimme</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Fit or 100% (Z)</source>
        <translation>Einpassen oder 100 % (Z)</translation>
    </message>
    <message>
        <source>Five steps with numbers</source>
        <translation>Fünf Schritte mit Zahlen</translation>
    </message>
    <message>
        <source>Fix key</source>
        <translation>Schlüssel prüfen</translation>
    </message>
    <message>
        <source>Flatten them.</source>
        <translation>Auf eine Ebene bringen.</translation>
    </message>
    <message>
        <source>Flex</source>
        <translation>Flex</translation>
    </message>
    <message>
        <source>Flex is slower at half the price, priority faster at twice the price.</source>
        <translation>Flex ist langsamer zum halben Preis, Vorrang schneller zum doppelten.</translation>
    </message>
    <message>
        <source>Fold the history</source>
        <translation>Verlauf einklappen</translation>
    </message>
    <message>
        <source>Fold the sidebar</source>
        <translation>Seitenleiste einklappen</translation>
    </message>
    <message>
        <source>Folded</source>
        <translation>Eingeklappt</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>For example: new colleagues.</source>
        <translation>Zum Beispiel: neue Kolleginnen und Kollegen.</translation>
    </message>
    <message>
        <source>For the first word of a text; pictures, sound and video get more in proportion.</source>
        <translation>Bis zum ersten Wort eines Textes; Bilder, Ton und Video bekommen im Verhältnis mehr.</translation>
    </message>
    <message>
        <source>For this run</source>
        <translation>Für diesen Lauf</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Prognose</translation>
    </message>
    <message>
        <source>Forecast {amount} by {day}</source>
        <translation>Prognose {amount} bis {day}</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Forward 5 seconds</source>
        <translation>5 Sekunden vor</translation>
    </message>
    <message>
        <source>Found: {faults}. {told} {read} Restore what is damaged from a backup.</source>
        <translation>Gefunden: {faults}. {told} {read} Beschädigtes aus einer Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>Four flat inks, no outlines</source>
        <translation>Vier flächige Farben, keine Konturen</translation>
    </message>
    <message>
        <source>Frames and reference pictures cannot be used together.</source>
        <translation>Einzelbilder und Referenzbilder lassen sich nicht zusammen benutzen.</translation>
    </message>
    <message>
        <source>Frames per second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Kostenlos</translation>
    </message>
    <message>
        <source>Free on this disk</source>
        <translation>Frei auf diesem Laufwerk</translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation>Platz schaffen und erneut versuchen.</translation>
    </message>
    <message>
        <source>Free some space, or choose another disk.</source>
        <translation>Platz schaffen oder ein anderes Laufwerk auswählen.</translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation>Platz schaffen.</translation>
    </message>
    <message>
        <source>Free some space: they go on by themselves.</source>
        <translation>Platz schaffen: sie gehen von selbst weiter.</translation>
    </message>
    <message>
        <source>Frequency penalty</source>
        <translation>Häufigkeitsabzug</translation>
    </message>
    <message>
        <source>Friendly and clear</source>
        <translation>Freundlich und klar</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>From the prompt</source>
        <translation>Aus dem Prompt</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Full view</source>
        <translation>Große Ansicht</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Generate again.</source>
        <translation>Noch einmal erzeugen.</translation>
    </message>
    <message>
        <source>Generate it again.</source>
        <translation>Noch einmal erzeugen.</translation>
    </message>
    <message>
        <source>Generate one</source>
        <translation>Eines erzeugen</translation>
    </message>
    <message>
        <source>Generate {results}</source>
        <translation>{results} erzeugen</translation>
    </message>
    <message>
        <source>Generations</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Get a key at {host}</source>
        <translation>Schlüssel erhalten bei {host}</translation>
    </message>
    <message>
        <source>Give 1 to {LONGEST_NAME} characters.</source>
        <translation>1 bis {LONGEST_NAME} Zeichen angeben.</translation>
    </message>
    <message>
        <source>Give a key, or name an account to use.</source>
        <translation>Einen Schlüssel angeben oder ein Konto nennen.</translation>
    </message>
    <message>
        <source>Give a number from {least} to {most}.</source>
        <translation>Eine Zahl von {least} bis {most} angeben.</translation>
    </message>
    <message>
        <source>Give a number like 80.</source>
        <translation>Eine Zahl wie 80 angeben.</translation>
    </message>
    <message>
        <source>Give a whole number like 30.</source>
        <translation>Eine ganze Zahl wie 30 angeben.</translation>
    </message>
    <message>
        <source>Give an amount like 0.04.</source>
        <translation>Einen Betrag wie 0.04 angeben.</translation>
    </message>
    <message>
        <source>Give an amount like 0.50.</source>
        <translation>Einen Betrag wie 0.50 angeben.</translation>
    </message>
    <message>
        <source>Give an amount like 20.</source>
        <translation>Einen Betrag wie 20 angeben.</translation>
    </message>
    <message>
        <source>Give at most 1000000000.</source>
        <translation>Geben Sie höchstens 1000000000 an.</translation>
    </message>
    <message>
        <source>Give me ten titles for a quiet evening radio programme about harbours.</source>
        <translation>Nenne mir zehn Titel für eine ruhige Abendsendung im Radio über Häfen.</translation>
    </message>
    <message>
        <source>Give one prompt to a line.</source>
        <translation>Einen Prompt pro Zeile angeben.</translation>
    </message>
    <message>
        <source>Give one, for example http://localhost:11434/v1.</source>
        <translation>Eine angeben, zum Beispiel http://localhost:11434/v1.</translation>
    </message>
    <message>
        <source>Give the key as the key.</source>
        <translation>Geben Sie den Schlüssel als Schlüssel an.</translation>
    </message>
    <message>
        <source>Give the library a name.</source>
        <translation>Die Bibliothek braucht einen Namen.</translation>
    </message>
    <message>
        <source>Give the most that it may cost (--max-cost on the command line).</source>
        <translation>Die höchsten Kosten angeben (--max-cost in der Befehlszeile).</translation>
    </message>
    <message>
        <source>Give the project a name.</source>
        <translation>Das Projekt braucht einen Namen.</translation>
    </message>
    <message>
        <source>Give the set a name.</source>
        <translation>Die Zusammenstellung braucht einen Namen.</translation>
    </message>
    <message>
        <source>Give the view a name.</source>
        <translation>Die Ansicht braucht einen Namen.</translation>
    </message>
    <message>
        <source>Give the whole path of a folder.</source>
        <translation>Den ganzen Pfad eines Ordners angeben.</translation>
    </message>
    <message>
        <source>Give the whole path of the folder.</source>
        <translation>Den ganzen Pfad des Ordners angeben.</translation>
    </message>
    <message>
        <source>Give them a key of their own, or remove them too.</source>
        <translation>Ihnen einen eigenen Schlüssel geben oder sie auch entfernen.</translation>
    </message>
    <message>
        <source>Give this one another name, or rotate the other one.</source>
        <translation>Diesem einen anderen Namen geben oder den anderen wechseln.</translation>
    </message>
    <message>
        <source>Give up if not started</source>
        <translation>Aufgeben, wenn nicht begonnen</translation>
    </message>
    <message>
        <source>Given back (USD)</source>
        <translation>Erstattet (USD)</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Go on with the older one</source>
        <translation>Mit der älteren fortfahren</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Online gehen</translation>
    </message>
    <message>
        <source>Go to the prompt</source>
        <translation>Zum Prompt gehen</translation>
    </message>
    <message>
        <source>Goes on at its provider.</source>
        <translation>Läuft beim Anbieter weiter.</translation>
    </message>
    <message>
        <source>Goes on with “{text}”</source>
        <translation>Geht mit „{text}“ weiter</translation>
    </message>
    <message>
        <source>Going over a limit</source>
        <translation>Ein Limit überschreiten</translation>
    </message>
    <message>
        <source>Grain of the picture.</source>
        <translation>Körnung des Bildes.</translation>
    </message>
    <message>
        <source>Grid or list</source>
        <translation>Raster oder Liste</translation>
    </message>
    <message>
        <source>Group {index}: {join}</source>
        <translation>Gruppe {index}: {join}</translation>
    </message>
    <message>
        <source>Group {number}</source>
        <translation>Gruppe {number}</translation>
    </message>
    <message>
        <source>HTTP {error_status}</source>
        <translation>HTTP {error_status}</translation>
    </message>
    <message>
        <source>HTTP {status}</source>
        <translation>HTTP {status}</translation>
    </message>
    <message>
        <source>Harbour in the rain</source>
        <translation>Hafen im Regen</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Here only</source>
        <translation>Nur hier</translation>
    </message>
    <message>
        <source>Hidden while another program is in front</source>
        <translation>Verborgen, solange ein anderes Programm im Vordergrund ist</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Hide contents when the window is not in front</source>
        <translation>Inhalte verbergen, wenn das Fenster nicht im Vordergrund ist</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Details ausblenden</translation>
    </message>
    <message>
        <source>Hide names</source>
        <translation>Namen ausblenden</translation>
    </message>
    <message>
        <source>Hide or show names</source>
        <translation>Namen aus- oder einblenden</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Higher is more varied.</source>
        <translation>Höher ist abwechslungsreicher.</translation>
    </message>
    <message>
        <source>Higher repeats less.</source>
        <translation>Höher wiederholt weniger.</translation>
    </message>
    <message>
        <source>Higher seeks new topics.</source>
        <translation>Höher sucht neue Themen.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>History as a list</source>
        <translation>Verlauf als Liste</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Host of the proxy</source>
        <translation>Host des Proxys</translation>
    </message>
    <message>
        <source>Hosts in this order</source>
        <translation>Hosts in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>Hosts that keep data</source>
        <translation>Hosts, die Daten behalten</translation>
    </message>
    <message>
        <source>How closely input pictures are read. High costs more.</source>
        <translation>Wie genau Eingabebilder gelesen werden. Hoch kostet mehr.</translation>
    </message>
    <message>
        <source>How far a picture to start from is changed.</source>
        <translation>Wie stark ein Ausgangsbild verändert wird.</translation>
    </message>
    <message>
        <source>How it opens</source>
        <translation>Wie sie geöffnet wird</translation>
    </message>
    <message>
        <source>How long it plans the picture before drawing.</source>
        <translation>Wie lange das Bild vor dem Zeichnen geplant wird.</translation>
    </message>
    <message>
        <source>How long it thinks before it answers.</source>
        <translation>Wie lange vor der Antwort nachgedacht wird.</translation>
    </message>
    <message>
        <source>How many results</source>
        <translation>Anzahl der Ergebnisse</translation>
    </message>
    <message>
        <source>How mediadesk reaches the providers.</source>
        <translation>Wie mediadesk die Anbieter erreicht.</translation>
    </message>
    <message>
        <source>How much work goes into the answer.</source>
        <translation>Wie viel Arbeit in die Antwort fließt.</translation>
    </message>
    <message>
        <source>How to answer: role, tone, form.</source>
        <translation>Wie geantwortet wird: Rolle, Ton, Form.</translation>
    </message>
    <message>
        <source>How to speak: mood, pace, accent.</source>
        <translation>Wie gesprochen wird: Stimmung, Tempo, Akzent.</translation>
    </message>
    <message>
        <source>How to speak: mood, pace.</source>
        <translation>Wie gesprochen wird: Stimmung, Tempo.</translation>
    </message>
    <message>
        <source>How two are shown</source>
        <translation>Wie zwei gezeigt werden</translation>
    </message>
    <message>
        <source>Hz</source>
        <translation>Hz</translation>
    </message>
    <message>
        <source>I have it</source>
        <translation>Ich habe ihn</translation>
    </message>
    <message>
        <source>Id of a voice of your own, instead.</source>
        <translation>Stattdessen die Kennung einer eigenen Stimme.</translation>
    </message>
    <message>
        <source>Id of the call</source>
        <translation>Kennung des Aufrufs</translation>
    </message>
    <message>
        <source>If the first host fails.</source>
        <translation>Falls der erste Host ausfällt.</translation>
    </message>
    <message>
        <source>If you forget the passphrase or the keyring is lost, this key opens the library. mediadesk cannot recover it for you.</source>
        <translation>Wenn die Passphrase vergessen wird oder der Schlüsselbund verloren geht, öffnet dieser Schlüssel die Bibliothek. mediadesk kann ihn nicht wiederherstellen.</translation>
    </message>
    <message>
        <source>If you restored a backup, confirm to go on with it; otherwise look for the newer copy.</source>
        <translation>Nach dem Einspielen einer Sicherung bestätigen, um damit fortzufahren; sonst nach der neueren Kopie suchen.</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Image and text</source>
        <translation>Bild und Text</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Images in</source>
        <translation>Bilder als Eingabe</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>Dateien importieren</translation>
    </message>
    <message>
        <source>Imported files cannot be compared, only results.</source>
        <translation>Importierte Dateien lassen sich nicht vergleichen, nur Ergebnisse.</translation>
    </message>
    <message>
        <source>Improve</source>
        <translation>Verbessern</translation>
    </message>
    <message>
        <source>Improve again</source>
        <translation>Erneut verbessern</translation>
    </message>
    <message>
        <source>Improve prompt</source>
        <translation>Prompt verbessern</translation>
    </message>
    <message>
        <source>Improve the prompt</source>
        <translation>Den Prompt verbessern</translation>
    </message>
    <message>
        <source>Improve, {price}</source>
        <translation>Verbessern, {price}</translation>
    </message>
    <message>
        <source>Improving</source>
        <translation>Wird verbessert</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>Insgesamt</translation>
    </message>
    <message>
        <source>In line</source>
        <translation>In der Schlange</translation>
    </message>
    <message>
        <source>In steps of 16; at most 3:1.</source>
        <translation>In Schritten von 16; höchstens 3:1.</translation>
    </message>
    <message>
        <source>In the background</source>
        <translation>Im Hintergrund</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>In der Bibliothek</translation>
    </message>
    <message>
        <source>In total</source>
        <translation>Insgesamt</translation>
    </message>
    <message>
        <source>In, $/M</source>
        <translation>Ein, $/M</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>Inside budget</source>
        <translation>Im Budget</translation>
    </message>
    <message>
        <source>Install a newer mediadesk, or set prices with “mediadesk prices set”.</source>
        <translation>Ein neueres mediadesk installieren oder Preise mit „mediadesk prices set“ setzen.</translation>
    </message>
    <message>
        <source>Install the named system library, or run “python3 dev.py setup”.</source>
        <translation>Die genannte Systembibliothek installieren oder „python3 dev.py setup“ ausführen.</translation>
    </message>
    <message>
        <source>Install the newest mediadesk.</source>
        <translation>Das neueste mediadesk installieren.</translation>
    </message>
    <message>
        <source>Install the newest version.</source>
        <translation>Die neueste Version installieren.</translation>
    </message>
    <message>
        <source>Instead of a level of reasoning.</source>
        <translation>Statt einer Stufe des Nachdenkens.</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Schnittstelle</translation>
    </message>
    <message>
        <source>Invert the mask</source>
        <translation>Maske umkehren</translation>
    </message>
    <message>
        <source>It arrived, and the provider did not say what it cost.</source>
        <translation>Es kam an, und der Anbieter nannte keine Kosten.</translation>
    </message>
    <message>
        <source>It ended with {redact}.</source>
        <translation>Es endete mit {redact}.</translation>
    </message>
    <message>
        <source>It goes by itself.</source>
        <translation>Es verschwindet von selbst.</translation>
    </message>
    <message>
        <source>It has: {join}.</source>
        <translation>Es hat: {join}.</translation>
    </message>
    <message>
        <source>It is deleted from this computer. It stays valid at the provider until you revoke it there. Past work is kept.</source>
        <translation>Er wird von diesem Computer gelöscht. Beim Anbieter bleibt er gültig, bis er dort widerrufen wird. Bisherige Arbeit bleibt erhalten.</translation>
    </message>
    <message>
        <source>It is early, and the harbour has not made up its mind. Somewhere behind the fog a bell keeps the time for boats that are not there.</source>
        <translation>Es ist früh, und der Hafen hat sich noch nicht entschieden. Irgendwo hinter dem Nebel schlägt eine Glocke die Zeit für Boote, die nicht da sind.</translation>
    </message>
    <message>
        <source>It is not known what this run cost</source>
        <translation>Es ist nicht bekannt, was dieser Lauf gekostet hat</translation>
    </message>
    <message>
        <source>It is not known whether it was charged.</source>
        <translation>Es ist nicht bekannt, ob er berechnet wurde.</translation>
    </message>
    <message>
        <source>It is not sent again by itself</source>
        <translation>Er wird nicht von selbst noch einmal gesendet</translation>
    </message>
    <message>
        <source>It is not there. With it, results still land when the disk is full.</source>
        <translation>Sie ist nicht da. Mit ihr kommen Ergebnisse auch bei vollem Laufwerk noch an.</translation>
    </message>
    <message>
        <source>It is often better minutes later</source>
        <translation>Minuten später geht es oft besser</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Es wird von selbst noch einmal versucht.</translation>
    </message>
    <message>
        <source>It is tried again.</source>
        <translation>Es wird noch einmal versucht.</translation>
    </message>
    <message>
        <source>It may have been deleted.</source>
        <translation>Es wurde vielleicht gelöscht.</translation>
    </message>
    <message>
        <source>It may have been removed.</source>
        <translation>Es wurde vielleicht entfernt.</translation>
    </message>
    <message>
        <source>It opens in your browser, outside of mediadesk.</source>
        <translation>Sie öffnet sich im Browser, außerhalb von mediadesk.</translation>
    </message>
    <message>
        <source>It really cost (USD)</source>
        <translation>Tatsächliche Kosten (USD)</translation>
    </message>
    <message>
        <source>It still counts.</source>
        <translation>Es zählt trotzdem.</translation>
    </message>
    <message>
        <source>It takes: {known}.</source>
        <translation>Es nimmt an: {known}.</translation>
    </message>
    <message>
        <source>It was charged</source>
        <translation>Wurde berechnet</translation>
    </message>
    <message>
        <source>It was charged.</source>
        <translation>Wurde berechnet.</translation>
    </message>
    <message>
        <source>It was not charged</source>
        <translation>Wurde nicht berechnet</translation>
    </message>
    <message>
        <source>It was sent again already</source>
        <translation>Wurde bereits noch einmal gesendet</translation>
    </message>
    <message>
        <source>It was sent already: up to {amount} may be due all the same.</source>
        <translation>Er wurde schon gesendet: Bis zu {amount} können trotzdem fällig werden.</translation>
    </message>
    <message>
        <source>It was sent, and no answer is known.</source>
        <translation>Wurde gesendet, und keine Antwort ist bekannt.</translation>
    </message>
    <message>
        <source>It was written by a model. Look where it leads before you open it.</source>
        <translation>Ein Modell hat sie geschrieben. Vor dem Öffnen prüfen, wohin sie führt.</translation>
    </message>
    <message>
        <source>It works as it is.</source>
        <translation>Es funktioniert so, wie es ist.</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>Its costs stay in the ledger.</source>
        <translation>Seine Kosten bleiben im Kontobuch.</translation>
    </message>
    <message>
        <source>Its key exists in memory only and everything goes when the window closes.</source>
        <translation>Ihr Schlüssel liegt nur im Arbeitsspeicher, und alles verschwindet beim Schließen des Fensters.</translation>
    </message>
    <message>
        <source>Its key is also used by {join}.</source>
        <translation>Ihr Schlüssel wird auch von {join} benutzt.</translation>
    </message>
    <message>
        <source>Its key is also used by {users}, which goes with it.</source>
        <translation>Ihr Schlüssel wird auch von {users} benutzt und dort mit entfernt.</translation>
    </message>
    <message>
        <source>JSON answers</source>
        <translation>JSON-Antworten</translation>
    </message>
    <message>
        <source>Job with its inputs and results</source>
        <translation>Auftrag mit Eingaben und Ergebnissen</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Jobs and money</source>
        <translation>Aufträge und Geld</translation>
    </message>
    <message>
        <source>Jobs appear here while they run, wait or need you.</source>
        <translation>Aufträge erscheinen hier, solange sie laufen, warten oder Aufmerksamkeit brauchen.</translation>
    </message>
    <message>
        <source>Jobs at once</source>
        <translation>Aufträge zugleich</translation>
    </message>
    <message>
        <source>Jobs at once in all</source>
        <translation>Aufträge zugleich insgesamt</translation>
    </message>
    <message>
        <source>Jobs at once with each provider</source>
        <translation>Aufträge zugleich je Anbieter</translation>
    </message>
    <message>
        <source>Jpeg</source>
        <translation>JPEG</translation>
    </message>
    <message>
        <source>Keep for the project</source>
        <translation>Für das Projekt behalten</translation>
    </message>
    <message>
        <source>Keep it apart from this computer: in a password manager or on paper.</source>
        <translation>Getrennt von diesem Computer aufbewahren: in einer Passwortverwaltung oder auf Papier.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meinen behalten</translation>
    </message>
    <message>
        <source>Keep prompt and answer at fal</source>
        <translation>Prompt und Antwort bei fal behalten</translation>
    </message>
    <message>
        <source>Keep the input ready</source>
        <translation>Eingabe bereithalten</translation>
    </message>
    <message>
        <source>Keep the result at fal</source>
        <translation>Ergebnis bei fal behalten</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep this seed</source>
        <translation>Diesen Seed behalten</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Keep working until it is done, or close now.</source>
        <translation>Weiterarbeiten, bis er fertig ist, oder jetzt schließen.</translation>
    </message>
    <message>
        <source>Keep working until they are done, or close now.</source>
        <translation>Weiterarbeiten, bis sie fertig sind, oder jetzt schließen.</translation>
    </message>
    <message>
        <source>Kept at {provider_label}</source>
        <translation>Aufbewahrt bei {provider_label}</translation>
    </message>
    <message>
        <source>Kept on this computer, encrypted</source>
        <translation>Verschlüsselt auf diesem Computer</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Key, if it needs one</source>
        <translation>Schlüssel, falls nötig</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Keyring: {name}</source>
        <translation>Schlüsselbund: {name}</translation>
    </message>
    <message>
        <source>Keys 0–5</source>
        <translation>Tasten 0–5</translation>
    </message>
    <message>
        <source>Keys 1 to {last} pick, N names, Esc close</source>
        <translation>Tasten 1 bis {last} wählen, N Namen, Esc schließt</translation>
    </message>
    <message>
        <source>Keys are encrypted on this computer and sent only to the provider they belong to.</source>
        <translation>Schlüssel sind auf diesem Computer verschlüsselt und gehen nur an den Anbieter, zu dem sie gehören.</translation>
    </message>
    <message>
        <source>Keys for “{text}”</source>
        <translation>Tasten für „{text}“</translation>
    </message>
    <message>
        <source>Known: {join}.</source>
        <translation>Bekannt: {join}.</translation>
    </message>
    <message>
        <source>Kore</source>
        <translation>Kore</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Larger pictures</source>
        <translation>Größere Bilder</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Größte zuerst</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>Letzte 12 Monate</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>Letzte Antwort</translation>
    </message>
    <message>
        <source>Last frame</source>
        <translation>Letztes Einzelbild</translation>
    </message>
    <message>
        <source>Last picture</source>
        <translation>Letztes Bild</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Launch note</source>
        <translation>Ankündigung</translation>
    </message>
    <message>
        <source>Layers of mist, early light</source>
        <translation>Nebelschichten, frühes Licht</translation>
    </message>
    <message>
        <source>Leave full view</source>
        <translation>Große Ansicht verlassen</translation>
    </message>
    <message>
        <source>Leave it empty for {label}’s own address.</source>
        <translation>Leer lassen für die eigene Adresse von {label}.</translation>
    </message>
    <message>
        <source>Leave it out, or choose chat completions as the interface.</source>
        <translation>Weglassen oder „Chat completions“ als Schnittstelle wählen.</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation>Weglassen.</translation>
    </message>
    <message>
        <source>Leave out the reasoning</source>
        <translation>Nachdenken weglassen</translation>
    </message>
    <message>
        <source>Leave out words far less likely than the best.</source>
        <translation>Wörter weglassen, die viel unwahrscheinlicher sind als das beste.</translation>
    </message>
    <message>
        <source>Leave them out.</source>
        <translation>Lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>Ledger</source>
        <translation>Kontobuch</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Übrig</translation>
    </message>
    <message>
        <source>Left empty, the prompt&apos;s mood decides.</source>
        <translation>Leer entscheidet die Stimmung des Prompts.</translation>
    </message>
    <message>
        <source>Left of the {label}</source>
        <translation>Übrig: {label}</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Length of the answer</source>
        <translation>Länge der Antwort</translation>
    </message>
    <message>
        <source>Lets a lost result be found again later.</source>
        <translation>So lässt sich ein verlorenes Ergebnis später wiederfinden.</translation>
    </message>
    <message>
        <source>Lets the model send summaries while it thinks. They are not part of the answer.</source>
        <translation>Lässt das Modell beim Nachdenken Zusammenfassungen senden. Sie gehören nicht zur Antwort.</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Library as a list</source>
        <translation>Bibliothek als Liste</translation>
    </message>
    <message>
        <source>Library {name}, switch</source>
        <translation>Bibliothek {name}, wechseln</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Like Min P, by the square of the best.</source>
        <translation>Wie Min P, nach dem Quadrat des besten.</translation>
    </message>
    <message>
        <source>Limit {limit}</source>
        <translation>Grenze {limit}</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Limits left {inside}: {join}.</source>
        <translation>Limits übrig {inside}: {join}.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Line {line} has no day.</source>
        <translation>Zeile {line} hat keinen Tag.</translation>
    </message>
    <message>
        <source>Line {line}: “{text}” is not a time.</source>
        <translation>Zeile {line}: „{text}“ ist keine Zeit.</translation>
    </message>
    <message>
        <source>Line {line}: “{text}” is not an amount.</source>
        <translation>Zeile {line}: „{text}“ ist kein Betrag.</translation>
    </message>
    <message>
        <source>Line {number} is no header.</source>
        <translation>Zeile {number} ist kein Header.</translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>List them with “mediadesk providers”.</source>
        <translation>Mit „mediadesk providers“ auflisten.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>Sperren nach</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Jetzt sperren</translation>
    </message>
    <message>
        <source>Lock when the computer sleeps or its screen locks</source>
        <translation>Sperren, wenn der Computer schläft oder sein Bildschirm gesperrt wird</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Locked after {minutes} minutes without use</source>
        <translation>Nach {minutes} Minuten ohne Benutzung gesperrt</translation>
    </message>
    <message>
        <source>Locked with the computer</source>
        <translation>Mit dem Computer gesperrt</translation>
    </message>
    <message>
        <source>Locking</source>
        <translation>Wird gesperrt</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>Lang</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Längste</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Längste Antwort</translation>
    </message>
    <message>
        <source>Longest context</source>
        <translation>Größter Kontext</translation>
    </message>
    <message>
        <source>Longest reasoning</source>
        <translation>Längstes Nachdenken</translation>
    </message>
    <message>
        <source>Look at the newer attempt.</source>
        <translation>Den neueren Versuch ansehen.</translation>
    </message>
    <message>
        <source>Look it up again later.</source>
        <translation>Später noch einmal nachsehen.</translation>
    </message>
    <message>
        <source>Look it up, or say whether it was charged.</source>
        <translation>Nachsehen oder angeben, ob es berechnet wurde.</translation>
    </message>
    <message>
        <source>Look up</source>
        <translation>Nachsehen</translation>
    </message>
    <message>
        <source>Look up the result at the provider.</source>
        <translation>Das Ergebnis beim Anbieter nachsehen.</translation>
    </message>
    <message>
        <source>Look up the result later.</source>
        <translation>Das Ergebnis später nachsehen.</translation>
    </message>
    <message>
        <source>Looking at what is there.</source>
        <translation>Der Bestand wird gelesen.</translation>
    </message>
    <message>
        <source>Looking for a keyring on this computer.</source>
        <translation>Auf diesem Computer wird ein Schlüsselbund gesucht.</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>Lost if you close now. What was sent may still be billed.</source>
        <translation>Geht beim Schließen verloren. Was gesendet wurde, kann trotzdem berechnet werden.</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Low cost</source>
        <translation>Günstig</translation>
    </message>
    <message>
        <source>Low lets other runs of this account go first.</source>
        <translation>Niedrig lässt andere Läufe dieses Kontos vor.</translation>
    </message>
    <message>
        <source>Low refuses less. Not used when a picture is changed.</source>
        <translation>Niedrig lehnt weniger ab. Gilt nicht, wenn ein Bild geändert wird.</translation>
    </message>
    <message>
        <source>Lowest price</source>
        <translation>Niedrigster Preis</translation>
    </message>
    <message>
        <source>MMMM</source>
        <comment>date</comment>
        <translation>MMMM</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>date</comment>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erzeugt</translation>
    </message>
    <message>
        <source>Made of it</source>
        <translation>Daraus entstanden</translation>
    </message>
    <message>
        <source>Made together with the picture.</source>
        <translation>Entsteht zusammen mit dem Bild.</translation>
    </message>
    <message>
        <source>Make a new one</source>
        <translation>Neuen erzeugen</translation>
    </message>
    <message>
        <source>Make a video</source>
        <translation>Video erzeugen</translation>
    </message>
    <message>
        <source>Make an image</source>
        <translation>Bild erzeugen</translation>
    </message>
    <message>
        <source>Make another like these</source>
        <translation>Noch eines wie diese machen</translation>
    </message>
    <message>
        <source>Make audio</source>
        <translation>Audio erzeugen</translation>
    </message>
    <message>
        <source>Make something new</source>
        <translation>Etwas Neues erzeugen</translation>
    </message>
    <message>
        <source>Make text</source>
        <translation>Text erzeugen</translation>
    </message>
    <message>
        <source>Make the first one</source>
        <translation>Das Erste machen</translation>
    </message>
    <message>
        <source>Make {results}</source>
        <translation>{results} erzeugen</translation>
    </message>
    <message>
        <source>Make {results} only</source>
        <translation>Nur {results} erzeugen</translation>
    </message>
    <message>
        <source>Makes the simulation as slow as a real service.</source>
        <translation>Macht die Simulation so langsam wie einen echten Dienst.</translation>
    </message>
    <message>
        <source>Makes {kinds}</source>
        <translation>Erzeugt {kinds}</translation>
    </message>
    <message>
        <source>Manner</source>
        <translation>Art und Weise</translation>
    </message>
    <message>
        <source>Manual</source>
        <translation>Eigener</translation>
    </message>
    <message>
        <source>Map another column.</source>
        <translation>Eine andere Spalte zuordnen.</translation>
    </message>
    <message>
        <source>Map id=… or time=….</source>
        <translation>id=… oder time=… zuordnen.</translation>
    </message>
    <message>
        <source>Map the column of the days as time.</source>
        <translation>Die Spalte mit den Tagen als time zuordnen.</translation>
    </message>
    <message>
        <source>Map time=….</source>
        <translation>time=… zuordnen.</translation>
    </message>
    <message>
        <source>Marin</source>
        <translation>Marin</translation>
    </message>
    <message>
        <source>Mark for comparing</source>
        <translation>Zum Vergleichen markieren</translation>
    </message>
    <message>
        <source>Mark what is selected for comparing</source>
        <translation>Auswahl zum Vergleichen markieren</translation>
    </message>
    <message>
        <source>Marked for comparing: {count}.</source>
        <translation>Zum Vergleichen markiert: {count}.</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>Mask of {name}</source>
        <translation>Maske von {name}</translation>
    </message>
    <message>
        <source>Mask over the picture</source>
        <translation>Maske über dem Bild</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Masken</translation>
    </message>
    <message>
        <source>Match the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Maximal</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Menu bar</source>
        <translation>Menüleiste</translation>
    </message>
    <message>
        <source>Metadata of {mime} files cannot be removed ({id}).</source>
        <translation>Metadaten von {mime}-Dateien lassen sich nicht entfernen ({id}).</translation>
    </message>
    <message>
        <source>Middle grey</source>
        <translation>Mittelgrau</translation>
    </message>
    <message>
        <source>Min P</source>
        <translation>Min P</translation>
    </message>
    <message>
        <source>Minimal</source>
        <translation>Minimal</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Mixed, {ratings} to {ratings2}</source>
        <translation>Gemischt, {ratings} bis {ratings2}</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model, A to Z</source>
        <translation>Modell, A bis Z</translation>
    </message>
    <message>
        <source>Model: {label}, {label2}, {price} {unit}</source>
        <translation>Modell: {label}, {label2}, {price} {unit}</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Models to compare</source>
        <translation>Modelle zum Vergleichen</translation>
    </message>
    <message>
        <source>Models to go on with where a call ends without a charge, in this order</source>
        <translation>Modelle, mit denen es in dieser Reihenfolge weitergeht, wenn ein Aufruf ohne Belastung endet</translation>
    </message>
    <message>
        <source>Month forecast</source>
        <translation>Monatsprognose</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Weitere Filter</translation>
    </message>
    <message>
        <source>More for {name}</source>
        <translation>Mehr zu {name}</translation>
    </message>
    <message>
        <source>More for {title}</source>
        <translation>Mehr zu {title}</translation>
    </message>
    <message>
        <source>More: {label}</source>
        <translation>Mehr: {label}</translation>
    </message>
    <message>
        <source>Most this run may cost (USD)</source>
        <translation>Höchste Kosten dieses Laufs (USD)</translation>
    </message>
    <message>
        <source>Most this run may cost, in US dollars</source>
        <translation>Höchste Kosten dieses Laufs in US-Dollar</translation>
    </message>
    <message>
        <source>Most used by you</source>
        <translation>Am häufigsten benutzt</translation>
    </message>
    <message>
        <source>Most used models</source>
        <translation>Meistbenutzte Modelle</translation>
    </message>
    <message>
        <source>Most used models in the order of</source>
        <translation>Meistbenutzte Modelle in der Reihenfolge</translation>
    </message>
    <message>
        <source>Motif</source>
        <translation>Motiv</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Move the library</source>
        <translation>Bibliothek verschieben</translation>
    </message>
    <message>
        <source>Move the library into</source>
        <translation>Bibliothek verschieben nach</translation>
    </message>
    <message>
        <source>Move the library to another folder</source>
        <translation>Bibliothek in einen anderen Ordner verschieben</translation>
    </message>
    <message>
        <source>Move this job down</source>
        <translation>Diesen Auftrag nach unten</translation>
    </message>
    <message>
        <source>Move this job to the top</source>
        <translation>Diesen Auftrag an den Anfang</translation>
    </message>
    <message>
        <source>Move this job up</source>
        <translation>Diesen Auftrag nach oben</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Verschieben nach</translation>
    </message>
    <message>
        <source>Move to the top</source>
        <translation>An den Anfang</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move what is selected</source>
        <translation>Auswahl verschieben</translation>
    </message>
    <message>
        <source>Moved to Recently deleted</source>
        <translation>In den Papierkorb verschoben</translation>
    </message>
    <message>
        <source>Moved.</source>
        <translation>Verschoben.</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>Verschieben …</translation>
    </message>
    <message>
        <source>Moving the library</source>
        <translation>Die Bibliothek wird verschoben</translation>
    </message>
    <message>
        <source>Music to the film.</source>
        <translation>Musik zum Film.</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>My library</source>
        <translation>Meine Bibliothek</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name a PEM file in Settings, Network, or leave the field empty.</source>
        <translation>In den Einstellungen, Netzwerk, eine PEM-Datei nennen oder das Feld leer lassen.</translation>
    </message>
    <message>
        <source>Name a PEM file, or unset it.</source>
        <translation>Eine PEM-Datei nennen oder die Variable entfernen.</translation>
    </message>
    <message>
        <source>Name a new folder inside it.</source>
        <translation>Einen neuen Ordner darin nennen.</translation>
    </message>
    <message>
        <source>Name a run that made text.</source>
        <translation>Einen Lauf nennen, der Text erzeugt hat.</translation>
    </message>
    <message>
        <source>Name an amount up to what it cost.</source>
        <translation>Einen Betrag bis zur Höhe der Kosten nennen.</translation>
    </message>
    <message>
        <source>Name another file.</source>
        <translation>Eine andere Datei nennen.</translation>
    </message>
    <message>
        <source>Name both, or leave both empty for one voice.</source>
        <translation>Beide nennen oder beide leer lassen für eine Stimme.</translation>
    </message>
    <message>
        <source>Name each once.</source>
        <translation>Jedes nur einmal nennen.</translation>
    </message>
    <message>
        <source>Name hidden</source>
        <translation>Name verborgen</translation>
    </message>
    <message>
        <source>Name in front of the first speaker’s lines.</source>
        <translation>Name vor den Zeilen der ersten Stimme.</translation>
    </message>
    <message>
        <source>Name in front of the other’s lines.</source>
        <translation>Name vor den Zeilen der anderen.</translation>
    </message>
    <message>
        <source>Name of a preset</source>
        <translation>Name einer Vorlage</translation>
    </message>
    <message>
        <source>Name one of them: {ids}.</source>
        <translation>Eines davon nennen: {ids}.</translation>
    </message>
    <message>
        <source>Name the prompt</source>
        <translation>Dem Prompt einen Namen geben</translation>
    </message>
    <message>
        <source>Names with commas between them.</source>
        <translation>Namen mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>Needed</source>
        <translation>Benötigt</translation>
    </message>
    <message>
        <source>Needs a Google Cloud key.</source>
        <translation>Braucht einen Google-Cloud-Schlüssel.</translation>
    </message>
    <message>
        <source>Needs a fal key.</source>
        <translation>Braucht einen fal-Schlüssel.</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Needs {label}: {needed}</source>
        <translation>Braucht {label}: {needed}</translation>
    </message>
    <message>
        <source>Negative prompt</source>
        <translation>Negativ-Prompt</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Neutral grey, so it does not shift how colours look. B in a picture changes it.</source>
        <translation>Neutrales Grau, damit es die Wirkung der Farben nicht verändert. B in einem Bild wechselt es.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Never allow</source>
        <translation>Nie erlauben</translation>
    </message>
    <message>
        <source>Never ask</source>
        <translation>Nie fragen</translation>
    </message>
    <message>
        <source>Never these hosts</source>
        <translation>Nie diese Hosts</translation>
    </message>
    <message>
        <source>Never used</source>
        <translation>Nie benutzt</translation>
    </message>
    <message>
        <source>New budget in US dollars</source>
        <translation>Neues Budget in US-Dollar</translation>
    </message>
    <message>
        <source>New each time</source>
        <translation>Jedes Mal neu</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>New jobs are paused.</source>
        <translation>Neue Aufträge sind angehalten.</translation>
    </message>
    <message>
        <source>New jobs are paused. What was sent goes on; what waits starts when you resume.</source>
        <translation>Neue Aufträge sind angehalten. Gesendetes läuft weiter; Wartendes beginnt beim Fortsetzen.</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <source>New keys for {text}</source>
        <translation>Neue Tasten für {text}</translation>
    </message>
    <message>
        <source>New library</source>
        <translation>Neue Bibliothek</translation>
    </message>
    <message>
        <source>New library…</source>
        <translation>Neue Bibliothek…</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Neue Passphrase</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>Neuer Seed</translation>
    </message>
    <message>
        <source>New topics</source>
        <translation>Neue Themen</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>Next in line</source>
        <translation>Als Nächster dran</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Next region</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Next result</source>
        <translation>Nächstes Ergebnis</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Nächster Versuch</translation>
    </message>
    <message>
        <source>Next variation</source>
        <translation>Nächste Variante</translation>
    </message>
    <message>
        <source>Next, waits for a free slot</source>
        <translation>Als Nächstes, wartet auf einen freien Platz</translation>
    </message>
    <message>
        <source>Next, with {model} of the fallback chain</source>
        <translation>Als Nächstes, mit {model} aus der Ersatzkette</translation>
    </message>
    <message>
        <source>No answer came in time</source>
        <translation>Keine Antwort in der erwarteten Zeit</translation>
    </message>
    <message>
        <source>No answer came in time.</source>
        <translation>Keine Antwort in der erwarteten Zeit.</translation>
    </message>
    <message>
        <source>No answer.</source>
        <translation>Keine Antwort.</translation>
    </message>
    <message>
        <source>No budget</source>
        <translation>Kein Budget</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>No connection.</source>
        <translation>Keine Verbindung.</translation>
    </message>
    <message>
        <source>No credit is left.</source>
        <translation>Kein Guthaben mehr.</translation>
    </message>
    <message>
        <source>No decoder could be started: {error}.</source>
        <translation>Kein Dekoder ließ sich starten: {error}.</translation>
    </message>
    <message>
        <source>No exceptions are allowed: raise the budget or choose cheaper settings.</source>
        <translation>Ausnahmen sind nicht erlaubt: Erhöhen Sie das Budget, oder wählen Sie günstigere Einstellungen.</translation>
    </message>
    <message>
        <source>No favourites yet</source>
        <translation>Noch keine Favoriten</translation>
    </message>
    <message>
        <source>No favourites yet. Ctrl+D marks the chosen model.</source>
        <translation>Noch keine Favoriten. Strg+D markiert das gewählte Modell.</translation>
    </message>
    <message>
        <source>No favourites yet. Press F on a result.</source>
        <translation>Noch keine Favoriten. F auf einem Ergebnis drücken.</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>No key yet: {names}</source>
        <translation>Noch kein Schlüssel: {names}</translation>
    </message>
    <message>
        <source>No keyring that can be used was found on this computer.</source>
        <translation>Auf diesem Computer wurde kein brauchbarer Schlüsselbund gefunden.</translation>
    </message>
    <message>
        <source>No keyring was found on this computer.</source>
        <translation>Auf diesem Computer wurde kein Schlüsselbund gefunden.</translation>
    </message>
    <message>
        <source>No list names this id. Its price is not known.</source>
        <translation>Keine Liste nennt diese Kennung. Der Preis ist nicht bekannt.</translation>
    </message>
    <message>
        <source>No model fits the search and the filters.</source>
        <translation>Kein Modell passt zu Suche und Filtern.</translation>
    </message>
    <message>
        <source>No model fits. Try fewer letters, or type a whole model id.</source>
        <translation>Kein Modell passt. Weniger Buchstaben oder eine ganze Modellkennung eingeben.</translation>
    </message>
    <message>
        <source>No model was chosen here yet.</source>
        <translation>Hier wurde noch kein Modell gewählt.</translation>
    </message>
    <message>
        <source>No models chosen</source>
        <translation>Keine Modelle gewählt</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>No presets yet.</source>
        <translation>Noch keine Vorlagen.</translation>
    </message>
    <message>
        <source>No price was typed. Give an amount like 0.04.</source>
        <translation>Kein Preis eingegeben. Einen Betrag wie 0.04 angeben.</translation>
    </message>
    <message>
        <source>No prompts yet</source>
        <translation>Noch keine Prompts</translation>
    </message>
    <message>
        <source>No provider has a key yet.</source>
        <translation>Noch hat kein Anbieter einen Schlüssel.</translation>
    </message>
    <message>
        <source>No provider is asked and nothing is sent; servers on this computer still answer.</source>
        <translation>Kein Anbieter wird gefragt und nichts gesendet; Server auf diesem Rechner antworten weiter.</translation>
    </message>
    <message>
        <source>No provider is named.</source>
        <translation>Kein Anbieter ist genannt.</translation>
    </message>
    <message>
        <source>No provider makes {value} yet.</source>
        <translation>Noch erzeugt kein Anbieter {value}.</translation>
    </message>
    <message>
        <source>No rating</source>
        <translation>Keine Bewertung</translation>
    </message>
    <message>
        <source>No result arrives.</source>
        <translation>Kein Ergebnis kommt an.</translation>
    </message>
    <message>
        <source>No setting is called so.</source>
        <translation>Keine Einstellung heißt so.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>None for this run</source>
        <translation>Keine für diesen Lauf</translation>
    </message>
    <message>
        <source>None now.</source>
        <translation>Jetzt keine.</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Noch keine.</translation>
    </message>
    <message>
        <source>None. A price that is set here counts instead of the listed one.</source>
        <translation>Keine. Ein hier gesetzter Preis gilt statt des Listenpreises.</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Normale Textgröße</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Nicht angenommen</translation>
    </message>
    <message>
        <source>Not accepted: {names}</source>
        <translation>Nicht angenommen: {names}</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Not listed</source>
        <translation>Nicht gelistet</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>Nicht getestet</translation>
    </message>
    <message>
        <source>Not used by this model</source>
        <translation>Von diesem Modell nicht benutzt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Nothing arrived before it was cancelled.</source>
        <translation>Vor dem Abbrechen kam nichts an.</translation>
    </message>
    <message>
        <source>Nothing fits. Try fewer letters.</source>
        <translation>Nichts passt. Weniger Buchstaben versuchen.</translation>
    </message>
    <message>
        <source>Nothing has been sent yet</source>
        <translation>Noch wurde nichts gesendet</translation>
    </message>
    <message>
        <source>Nothing has failed.</source>
        <translation>Nichts ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Nothing has to be settled.</source>
        <translation>Nichts ist zu klären.</translation>
    </message>
    <message>
        <source>Nothing in clear in the library folder</source>
        <translation>Nichts im Klartext im Bibliotheksordner</translation>
    </message>
    <message>
        <source>Nothing in this project yet</source>
        <translation>Noch nichts in diesem Projekt</translation>
    </message>
    <message>
        <source>Nothing is in there.</source>
        <translation>Er ist leer.</translation>
    </message>
    <message>
        <source>Nothing is kept there.</source>
        <translation>Dort wird nichts aufbewahrt.</translation>
    </message>
    <message>
        <source>Nothing is marked for comparing.</source>
        <translation>Nichts ist zum Vergleichen markiert.</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Nichts läuft</translation>
    </message>
    <message>
        <source>Nothing is running.</source>
        <translation>Nichts läuft.</translation>
    </message>
    <message>
        <source>Nothing is shown.</source>
        <translation>Nichts wird gezeigt.</translation>
    </message>
    <message>
        <source>Nothing matches all of these</source>
        <translation>Nichts passt zu all dem</translation>
    </message>
    <message>
        <source>Nothing on the clipboard can be an input. Copy a picture or a file.</source>
        <translation>Nichts in der Zwischenablage kann Eingabe sein. Ein Bild oder eine Datei kopieren.</translation>
    </message>
    <message>
        <source>Nothing to show for this range.</source>
        <translation>Für diesen Zeitraum gibt es nichts zu zeigen.</translation>
    </message>
    <message>
        <source>Nothing was charged.</source>
        <translation>Nichts wurde berechnet.</translation>
    </message>
    <message>
        <source>Nothing was deleted</source>
        <translation>Nichts wurde gelöscht</translation>
    </message>
    <message>
        <source>Nothing was made yet.</source>
        <translation>Noch wurde nichts erzeugt.</translation>
    </message>
    <message>
        <source>Nothing was sent yet: cancelling costs nothing.</source>
        <translation>Noch wurde nichts gesendet: Abbrechen kostet nichts.</translation>
    </message>
    <message>
        <source>Nothing was spent.</source>
        <translation>Nichts wurde ausgegeben.</translation>
    </message>
    <message>
        <source>Nothing with the id {item_id} is known to lie at a provider.</source>
        <translation>Nichts mit der Kennung {item_id} liegt bekanntermaßen bei einem Anbieter.</translation>
    </message>
    <message>
        <source>Nova</source>
        <translation>Nova</translation>
    </message>
    <message>
        <source>Number {place} in line. Waits for a free slot.</source>
        <translation>Nummer {place} in der Reihe. Wartet auf einen freien Platz.</translation>
    </message>
    <message>
        <source>Object on a plinth</source>
        <translation>Objekt auf einem Sockel</translation>
    </message>
    <message>
        <source>Of the project</source>
        <translation>Des Projekts</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Off: only tell, never refuse a run</source>
        <translation>Aus: nur melden, nie einen Lauf ablehnen</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Älteste</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>Omitted</source>
        <translation>Weggelassen</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>On the Activity page</source>
        <translation>Auf der Seite Aktivität</translation>
    </message>
    <message>
        <source>On the Create page</source>
        <translation>Auf der Seite Erstellen</translation>
    </message>
    <message>
        <source>On the compare board</source>
        <translation>Auf der Vergleichstafel</translation>
    </message>
    <message>
        <source>On the screen</source>
        <translation>Auf dem Bildschirm</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>Einmal</translation>
    </message>
    <message>
        <source>One call</source>
        <translation>Ein Aufruf</translation>
    </message>
    <message>
        <source>One call of this run is still to settle</source>
        <translation>Ein Aufruf dieses Laufs ist noch zu klären</translation>
    </message>
    <message>
        <source>One private, encrypted workspace for AI text, images, video and audio, with your own keys.</source>
        <translation>Ein privater, verschlüsselter Arbeitsplatz für KI-Text, -Bild, -Video und -Audio, mit eigenen Schlüsseln.</translation>
    </message>
    <message>
        <source>One prompt to a line. All runs are queued together, or none.</source>
        <translation>Ein Prompt pro Zeile. Alle Läufe kommen gemeinsam in die Schlange oder keiner.</translation>
    </message>
    <message>
        <source>One result fewer</source>
        <translation>Ein Ergebnis weniger</translation>
    </message>
    <message>
        <source>One result more</source>
        <translation>Ein Ergebnis mehr</translation>
    </message>
    <message>
        <source>One run</source>
        <translation>Ein Lauf</translation>
    </message>
    <message>
        <source>One run may cost {limit}.</source>
        <translation>Ein Lauf darf {limit} kosten.</translation>
    </message>
    <message>
        <source>One to a line.</source>
        <translation>Eins pro Zeile.</translation>
    </message>
    <message>
        <source>Only a job that has ended or is uncertain can be sent again.</source>
        <translation>Nur ein beendeter oder ungeklärter Auftrag lässt sich noch einmal senden.</translation>
    </message>
    <message>
        <source>Only hosts that know every setting</source>
        <translation>Nur Hosts, die jede Einstellung kennen</translation>
    </message>
    <message>
        <source>Only loopback may use http.</source>
        <translation>Nur diese Maschine selbst darf http benutzen.</translation>
    </message>
    <message>
        <source>Only results of one kind can be compared.</source>
        <translation>Nur Ergebnisse einer Art lassen sich vergleichen.</translation>
    </message>
    <message>
        <source>Only these hosts</source>
        <translation>Nur diese Hosts</translation>
    </message>
    <message>
        <source>Only waiting jobs can be moved.</source>
        <translation>Nur wartende Aufträge lassen sich verschieben.</translation>
    </message>
    <message>
        <source>Only what you send to a provider</source>
        <translation>Nur, was an einen Anbieter gesendet wird</translation>
    </message>
    <message>
        <source>Only when it is safe: no request that may have been billed is sent twice.</source>
        <translation>Nur wenn es sicher ist: Keine Anfrage, die berechnet worden sein kann, wird zweimal gesendet.</translation>
    </message>
    <message>
        <source>Onyx</source>
        <translation>Onyx</translation>
    </message>
    <message>
        <source>Opaque</source>
        <translation>Deckend</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open Recently deleted</source>
        <translation>Papierkorb öffnen</translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation>Bibliothek öffnen</translation>
    </message>
    <message>
        <source>Open a list of prompts</source>
        <translation>Liste von Prompts öffnen</translation>
    </message>
    <message>
        <source>Open a text or CSV file</source>
        <translation>Text- oder CSV-Datei öffnen</translation>
    </message>
    <message>
        <source>Open an existing library</source>
        <translation>Bestehende Bibliothek öffnen</translation>
    </message>
    <message>
        <source>Open another library</source>
        <translation>Andere Bibliothek öffnen</translation>
    </message>
    <message>
        <source>Open another library…</source>
        <translation>Andere Bibliothek öffnen…</translation>
    </message>
    <message>
        <source>Open externally</source>
        <translation>Extern öffnen</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Open it again.</source>
        <translation>Noch einmal öffnen.</translation>
    </message>
    <message>
        <source>Open it, or choose another folder.</source>
        <translation>Öffnen oder einen anderen Ordner auswählen.</translation>
    </message>
    <message>
        <source>Open mediadesk</source>
        <translation>mediadesk öffnen</translation>
    </message>
    <message>
        <source>Open the run</source>
        <translation>Den Lauf öffnen</translation>
    </message>
    <message>
        <source>Open this address?</source>
        <translation>Diese Adresse öffnen?</translation>
    </message>
    <message>
        <source>Open with this computer’s keyring</source>
        <translation>Mit dem Schlüsselbund dieses Computers öffnen</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} öffnen</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Wird geöffnet</translation>
    </message>
    <message>
        <source>Opens by itself while you are signed in. You can add a passphrase later.</source>
        <translation>Öffnet sich bei angemeldetem Benutzerkonto von selbst. Eine Passphrase lässt sich später hinzufügen.</translation>
    </message>
    <message>
        <source>Opens the library if the passphrase is lost. A new one replaces the old one.</source>
        <translation>Öffnet die Bibliothek, wenn die Passphrase verloren ist. Ein neuer ersetzt den alten.</translation>
    </message>
    <message>
        <source>Optional, up to {room}</source>
        <translation>Freiwillig, bis zu {room}</translation>
    </message>
    <message>
        <source>Or try it offline first</source>
        <translation>Oder zuerst offline ausprobieren</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Order and view</source>
        <translation>Reihenfolge und Ansicht</translation>
    </message>
    <message>
        <source>Order of the models</source>
        <translation>Reihenfolge der Modelle</translation>
    </message>
    <message>
        <source>Organise</source>
        <translation>Ordnen</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Other hosts leave out silently what they do not know.</source>
        <translation>Andere Hosts lassen stillschweigend weg, was sie nicht kennen.</translation>
    </message>
    <message>
        <source>Other users may write to {path}.</source>
        <translation>Andere Benutzer dürfen in {path} schreiben.</translation>
    </message>
    <message>
        <source>Otherwise a notification says only the kind, the model and the cost.</source>
        <translation>Sonst nennt eine Benachrichtigung nur Art, Modell und Kosten.</translation>
    </message>
    <message>
        <source>Out, $/M</source>
        <translation>Aus, $/M</translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation>Ausgang unbekannt</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Output format</source>
        <translation>Ausgabeformat</translation>
    </message>
    <message>
        <source>Output price</source>
        <translation>Ausgabepreis</translation>
    </message>
    <message>
        <source>Own prices</source>
        <translation>Eigene Preise</translation>
    </message>
    <message>
        <source>Own voice</source>
        <translation>Eigene Stimme</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Paid jobs are running</source>
        <translation>Bezahlte Aufträge laufen</translation>
    </message>
    <message>
        <source>Paint a mask</source>
        <translation>Maske malen</translation>
    </message>
    <message>
        <source>Paint a mask over input {number}</source>
        <translation>Maske über Eingabe {number} malen</translation>
    </message>
    <message>
        <source>Paint over what shall change. The rest stays as it is.</source>
        <translation>Übermalen, was sich ändern soll. Der Rest bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Part of a run</source>
        <translation>Teil eines Laufs</translation>
    </message>
    <message>
        <source>Part of the picture in view</source>
        <translation>Sichtbarer Teil des Bildes</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passphrase strength: {word}</source>
        <translation>Stärke der Passphrase: {word}</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password of the proxy</source>
        <translation>Passwort des Proxys</translation>
    </message>
    <message>
        <source>Paste a key you already have. It is encrypted on this computer and sent only to that provider. You pay the provider directly.</source>
        <translation>Einen vorhandenen Schlüssel einfügen. Er wird auf diesem Computer verschlüsselt und nur an diesen Anbieter gesendet. Bezahlt wird direkt beim Anbieter.</translation>
    </message>
    <message>
        <source>Paste as an input</source>
        <translation>Als Eingabe einfügen</translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation>Schlüssel einfügen</translation>
    </message>
    <message>
        <source>Paste the key alone.</source>
        <translation>Nur den Schlüssel einfügen.</translation>
    </message>
    <message>
        <source>Paste the key first.</source>
        <translation>Zuerst den Schlüssel einfügen.</translation>
    </message>
    <message>
        <source>Paste the key.</source>
        <translation>Den Schlüssel einfügen.</translation>
    </message>
    <message>
        <source>Paste the new key first.</source>
        <translation>Zuerst den neuen Schlüssel einfügen.</translation>
    </message>
    <message>
        <source>Paste the whole key.</source>
        <translation>Den ganzen Schlüssel einfügen.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Pause new jobs</source>
        <translation>Neue Aufträge anhalten</translation>
    </message>
    <message>
        <source>Pause or resume new jobs</source>
        <translation>Neue Aufträge anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Per kept result</source>
        <translation>Pro behaltenem Ergebnis</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Pick another</source>
        <translation>Anderes wählen</translation>
    </message>
    <message>
        <source>Pick one that is.</source>
        <translation>Eines wählen, auf das es zutrifft.</translation>
    </message>
    <message>
        <source>Pick result 1</source>
        <translation>Ergebnis 1 wählen</translation>
    </message>
    <message>
        <source>Pick result 2</source>
        <translation>Ergebnis 2 wählen</translation>
    </message>
    <message>
        <source>Pick result 3</source>
        <translation>Ergebnis 3 wählen</translation>
    </message>
    <message>
        <source>Pick result 4</source>
        <translation>Ergebnis 4 wählen</translation>
    </message>
    <message>
        <source>Pick result 5</source>
        <translation>Ergebnis 5 wählen</translation>
    </message>
    <message>
        <source>Pick result 6</source>
        <translation>Ergebnis 6 wählen</translation>
    </message>
    <message>
        <source>Pick result 7</source>
        <translation>Ergebnis 7 wählen</translation>
    </message>
    <message>
        <source>Pick result 8</source>
        <translation>Ergebnis 8 wählen</translation>
    </message>
    <message>
        <source>Pick {name}</source>
        <translation>{name} wählen</translation>
    </message>
    <message>
        <source>Picked up after a restart</source>
        <translation>Nach einem Neustart wieder aufgenommen</translation>
    </message>
    <message>
        <source>Picked up again at the next start, not sent twice.</source>
        <translation>Wird beim nächsten Start wieder aufgenommen, nicht doppelt gesendet.</translation>
    </message>
    <message>
        <source>Picked up at the provider, not sent twice</source>
        <translation>Beim Anbieter wieder aufgenommen, nicht doppelt gesendet</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Picture detail</source>
        <translation>Bilddetails</translation>
    </message>
    <message>
        <source>Picture of the input</source>
        <translation>Bild der Eingabe</translation>
    </message>
    <message>
        <source>Picture of the project</source>
        <translation>Bild des Projekts</translation>
    </message>
    <message>
        <source>Picture to change</source>
        <translation>Zu änderndes Bild</translation>
    </message>
    <message>
        <source>Picture to start from</source>
        <translation>Ausgangsbild</translation>
    </message>
    <message>
        <source>Picture: {text}</source>
        <translation>Bild: {text}</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Pictures drawn on this computer by the sample provider</source>
        <translation>Bilder, die der Beispielanbieter auf diesem Computer erzeugt hat</translation>
    </message>
    <message>
        <source>Pictures of the selection</source>
        <translation>Bilder der Auswahl</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Place in the queue</source>
        <translation>Platz in der Schlange</translation>
    </message>
    <message>
        <source>Plain and warm, with a table</source>
        <translation>Schlicht und warm, mit einer Tabelle</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planung</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Png</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>Poem</source>
        <translation>Gedicht</translation>
    </message>
    <message>
        <source>Points to include</source>
        <translation>Gewünschte Punkte</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>Port des Proxys</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Presence penalty</source>
        <translation>Anwesenheitsabzug</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>Drücken</translation>
    </message>
    <message>
        <source>Press F on a result to find it here again.</source>
        <translation>F auf einem Ergebnis drücken, um es hier wiederzufinden.</translation>
    </message>
    <message>
        <source>Press one combination of keys.</source>
        <translation>Eine Tastenkombination drücken.</translation>
    </message>
    <message>
        <source>Press the keys that it should have.</source>
        <translation>Die gewünschten Tasten drücken.</translation>
    </message>
    <message>
        <source>Previews while it draws</source>
        <translation>Vorschauen beim Zeichnen</translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation>Vorheriges Bild</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Vorherige Stelle</translation>
    </message>
    <message>
        <source>Previous region</source>
        <translation>Vorheriger Bereich</translation>
    </message>
    <message>
        <source>Previous result</source>
        <translation>Vorheriges Ergebnis</translation>
    </message>
    <message>
        <source>Previous variation</source>
        <translation>Vorherige Variante</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Price not known</source>
        <translation>Preis nicht bekannt</translation>
    </message>
    <message>
        <source>Price read</source>
        <translation>Preis gelesen</translation>
    </message>
    <message>
        <source>Price: {price}</source>
        <translation>Preis: {price}</translation>
    </message>
    <message>
        <source>Prices read {isoformat} may be out of date ({days} days old).</source>
        <translation>Die am {isoformat} gelesenen Preise können veraltet sein ({days} Tage alt).</translation>
    </message>
    <message>
        <source>Printed botanical poster, agave leaves, four flat inks, no outlines, paper grain</source>
        <translation>Gedrucktes botanisches Plakat, Agavenblätter, vier flächige Farben, keine Konturen, Papierstruktur</translation>
    </message>
    <message>
        <source>Printed poster</source>
        <translation>Gedrucktes Plakat</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Vorrang</translation>
    </message>
    <message>
        <source>Privacy and lock</source>
        <translation>Privatsphäre und Sperre</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Progress still moves, nothing else does. Off: as the system says.</source>
        <translation>Fortschritte bewegen sich weiter, sonst nichts. Aus: wie das System es sagt.</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Project menu</source>
        <translation>Projektmenü</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <source>Projects and budgets</source>
        <translation>Projekte und Budgets</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Prompt as used</source>
        <translation>Verwendeter Prompt</translation>
    </message>
    <message>
        <source>Prompt of this result</source>
        <translation>Prompt dieses Ergebnisses</translation>
    </message>
    <message>
        <source>Prompt presets</source>
        <translation>Prompt-Vorlagen</translation>
    </message>
    <message>
        <source>Prompt, A to Z</source>
        <translation>Prompt, A bis Z</translation>
    </message>
    <message>
        <source>Prompts, one to a line</source>
        <translation>Prompts, einer pro Zeile</translation>
    </message>
    <message>
        <source>Prompts, references and parameters go to the provider you pick, over TLS, when you press Generate. mediadesk has no server, no account and no usage tracking.</source>
        <translation>Prompts, Vorlagen und Parameter gehen beim Erzeugen über TLS an den gewählten Anbieter. mediadesk hat keinen Server, kein Konto und keine Nutzungsverfolgung.</translation>
    </message>
    <message>
        <source>Prompts, results and keys live in one encrypted folder. Nothing is uploaded, and you can browse it without a connection.</source>
        <translation>Prompts, Ergebnisse und Schlüssel liegen in einem verschlüsselten Ordner. Nichts wird hochgeladen, und er lässt sich ohne Verbindung durchsehen.</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Providers with a key</source>
        <translation>Anbieter mit Schlüssel</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Put back {FILE_NAME} from a backup of the library.</source>
        <translation>{FILE_NAME} aus einer Sicherung der Bibliothek zurücklegen.</translation>
    </message>
    <message>
        <source>Put it back from a backup of the library.</source>
        <translation>Aus einer Sicherung der Bibliothek zurücklegen.</translation>
    </message>
    <message>
        <source>Put the files of one library together.</source>
        <translation>Die Dateien einer Bibliothek zusammenlegen.</translation>
    </message>
    <message>
        <source>Put the right keyslots.json back.</source>
        <translation>Die richtige keyslots.json zurücklegen.</translation>
    </message>
    <message>
        <source>Qt for Python {qt}, Python {python}. MIT licence.</source>
        <translation>Qt for Python {qt}, Python {python}. MIT-Lizenz.</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Einreihen</translation>
    </message>
    <message numerus="yes">
        <source>Queue %Ln run(s)</source>
        <translation>
            <numerusform>%Ln Lauf einreihen</numerusform>
            <numerusform>%Ln Läufe einreihen</numerusform>
        </translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Queued as “{name}”, a saved view of the library.</source>
        <translation>Eingereiht als „{name}“, eine gespeicherte Ansicht der Bibliothek.</translation>
    </message>
    <message>
        <source>Quick look</source>
        <translation>Schnellansicht</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Rain on a harbour at night, lights in the water, static camera, soft focus</source>
        <translation>Regen über einem Hafen bei Nacht, Lichter im Wasser, feste Kamera, weiche Schärfe</translation>
    </message>
    <message>
        <source>Raise the budget to</source>
        <translation>Das Budget erhöhen auf</translation>
    </message>
    <message>
        <source>Raise the budget, wait for running jobs, or choose cheaper settings.</source>
        <translation>Das Budget erhöhen, auf laufende Aufträge warten oder günstigere Einstellungen wählen.</translation>
    </message>
    <message>
        <source>Raise the limit or choose cheaper settings.</source>
        <translation>Das Limit erhöhen oder günstigere Einstellungen wählen.</translation>
    </message>
    <message>
        <source>Raise the longest answer (max_tokens) or lower the budget.</source>
        <translation>Die längste Antwort (max_tokens) erhöhen oder das Denkbudget senken.</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Bewerten</translation>
    </message>
    <message>
        <source>Rate 0</source>
        <translation>Mit 0 bewerten</translation>
    </message>
    <message>
        <source>Rate 1</source>
        <translation>Mit 1 bewerten</translation>
    </message>
    <message>
        <source>Rate 2</source>
        <translation>Mit 2 bewerten</translation>
    </message>
    <message>
        <source>Rate 3</source>
        <translation>Mit 3 bewerten</translation>
    </message>
    <message>
        <source>Rate 4</source>
        <translation>Mit 4 bewerten</translation>
    </message>
    <message>
        <source>Rate 5</source>
        <translation>Mit 5 bewerten</translation>
    </message>
    <message>
        <source>Rate the pane with the focus 0</source>
        <translation>Bereich mit dem Fokus mit 0 bewerten</translation>
    </message>
    <message>
        <source>Rate the pane with the focus 1</source>
        <translation>Bereich mit dem Fokus mit 1 bewerten</translation>
    </message>
    <message>
        <source>Rate the pane with the focus 2</source>
        <translation>Bereich mit dem Fokus mit 2 bewerten</translation>
    </message>
    <message>
        <source>Rate the pane with the focus 3</source>
        <translation>Bereich mit dem Fokus mit 3 bewerten</translation>
    </message>
    <message>
        <source>Rate the pane with the focus 4</source>
        <translation>Bereich mit dem Fokus mit 4 bewerten</translation>
    </message>
    <message>
        <source>Rate the pane with the focus 5</source>
        <translation>Bereich mit dem Fokus mit 5 bewerten</translation>
    </message>
    <message>
        <source>Rate what is selected 0</source>
        <translation>Auswahl mit 0 bewerten</translation>
    </message>
    <message>
        <source>Rate what is selected 1</source>
        <translation>Auswahl mit 1 bewerten</translation>
    </message>
    <message>
        <source>Rate what is selected 2</source>
        <translation>Auswahl mit 2 bewerten</translation>
    </message>
    <message>
        <source>Rate what is selected 3</source>
        <translation>Auswahl mit 3 bewerten</translation>
    </message>
    <message>
        <source>Rate what is selected 4</source>
        <translation>Auswahl mit 4 bewerten</translation>
    </message>
    <message>
        <source>Rate what is selected 5</source>
        <translation>Auswahl mit 5 bewerten</translation>
    </message>
    <message>
        <source>Rate {number} of {most}</source>
        <translation>Mit {number} von {most} bewerten</translation>
    </message>
    <message>
        <source>Rate {stars}</source>
        <translation>Mit {stars} bewerten</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Rating 5</source>
        <translation>Bewertung 5</translation>
    </message>
    <message>
        <source>Rating {n}+</source>
        <translation>Bewertung {n}+</translation>
    </message>
    <message>
        <source>Rating: {stars} of 5</source>
        <translation>Bewertung: {stars} von 5</translation>
    </message>
    <message>
        <source>Raw parameters</source>
        <translation>Rohparameter</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesbarkeit</translation>
    </message>
    <message>
        <source>Reads everything once. You can go on working.</source>
        <translation>Liest alles einmal. Weiterarbeiten ist möglich.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Wird empfangen</translation>
    </message>
    <message>
        <source>Receiving the result</source>
        <translation>Das Ergebnis wird empfangen</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Recently deleted</source>
        <translation>Papierkorb</translation>
    </message>
    <message>
        <source>Recorded in the ledger as over the budget</source>
        <translation>Im Kontobuch als über dem Budget vermerkt</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Reference picture</source>
        <translation>Referenzbild</translation>
    </message>
    <message>
        <source>Reference video</source>
        <translation>Referenzvideo</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Refresh the lists of models</source>
        <translation>Modelllisten aktualisieren</translation>
    </message>
    <message>
        <source>Refresh the models.</source>
        <translation>Die Modelle aktualisieren.</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>Refund…</source>
        <translation>Erstattung…</translation>
    </message>
    <message>
        <source>Reject what is selected, or not</source>
        <translation>Auswahl ausmustern oder nicht</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Reliability and time</source>
        <translation>Zuverlässigkeit und Zeit</translation>
    </message>
    <message>
        <source>Remix</source>
        <translation>Abwandeln</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>Remove fallback model {index}</source>
        <translation>Ersatzmodell {index} entfernen</translation>
    </message>
    <message>
        <source>Remove input {index}</source>
        <translation>Eingabe {index} entfernen</translation>
    </message>
    <message>
        <source>Remove it and add the key again.</source>
        <translation>Entfernen und den Schlüssel neu hinzufügen.</translation>
    </message>
    <message>
        <source>Remove key</source>
        <translation>Schlüssel entfernen</translation>
    </message>
    <message>
        <source>Remove one first.</source>
        <translation>Zuerst eines entfernen.</translation>
    </message>
    <message>
        <source>Remove one of the two.</source>
        <translation>Eines von beiden entfernen.</translation>
    </message>
    <message>
        <source>Remove one of them.</source>
        <translation>Eines davon entfernen.</translation>
    </message>
    <message>
        <source>Remove some.</source>
        <translation>Einige entfernen.</translation>
    </message>
    <message>
        <source>Remove the key “{name}”?</source>
        <translation>Den Schlüssel „{name}“ entfernen?</translation>
    </message>
    <message>
        <source>Remove {filter}</source>
        <translation>{filter} entfernen</translation>
    </message>
    <message>
        <source>Remove {label}, {provider}</source>
        <translation>{label}, {provider} entfernen</translation>
    </message>
    <message>
        <source>Removing one filter would find something:</source>
        <translation>Ohne einen der Filter gäbe es Treffer:</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename and describe…</source>
        <translation>Umbenennen und beschreiben…</translation>
    </message>
    <message>
        <source>Rename it instead.</source>
        <translation>Stattdessen umbenennen.</translation>
    </message>
    <message>
        <source>Rename project</source>
        <translation>Projekt umbenennen</translation>
    </message>
    <message>
        <source>Rendered</source>
        <translation>Gerendert</translation>
    </message>
    <message>
        <source>Repeating the same long input soon is cheaper then; the first time costs more.</source>
        <translation>Die gleiche lange Eingabe bald zu wiederholen ist dann günstiger; das erste Mal kostet mehr.</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <translation>Wiederholungsabzug</translation>
    </message>
    <message>
        <source>Replace the key with a new one</source>
        <translation>Den Schlüssel durch einen neuen ersetzen</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Kennung der Anfrage</translation>
    </message>
    <message>
        <source>Reserve for a full disk</source>
        <translation>Reserve für ein volles Laufwerk</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message numerus="yes">
        <source>Reset %n change(s)</source>
        <translation>
            <numerusform>%n Änderung zurücksetzen</numerusform>
            <numerusform>%n Änderungen zurücksetzen</numerusform>
        </translation>
    </message>
    <message>
        <source>Reset advanced settings</source>
        <translation>Erweiterte Einstellungen zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alles zurücksetzen</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Responses</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restore a backup of the library.</source>
        <translation>Eine Sicherung der Bibliothek wiederherstellen.</translation>
    </message>
    <message>
        <source>Restore a backup.</source>
        <translation>Eine Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>Restore it from a backup.</source>
        <translation>Aus einer Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>Restored.</source>
        <translation>Wiederhergestellt.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Result {number}</source>
        <translation>Ergebnis {number}</translation>
    </message>
    <message>
        <source>Result {number}: {value}</source>
        <translation>Ergebnis {number}: {value}</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Results and running jobs of this project appear here.</source>
        <translation>Ergebnisse und laufende Aufträge dieses Projekts erscheinen hier.</translation>
    </message>
    <message>
        <source>Results are fetched at once; a copy stays there for this long.</source>
        <translation>Ergebnisse werden sofort geholt; eine Kopie bleibt dort so lange.</translation>
    </message>
    <message>
        <source>Results of this run</source>
        <translation>Ergebnisse dieses Laufs</translation>
    </message>
    <message>
        <source>Results on disk</source>
        <translation>Ergebnisse auf dem Laufwerk</translation>
    </message>
    <message>
        <source>Results side by side</source>
        <translation>Ergebnisse nebeneinander</translation>
    </message>
    <message>
        <source>Results you make on the Create page appear here.</source>
        <translation>Ergebnisse von der Seite Erstellen erscheinen hier.</translation>
    </message>
    <message>
        <source>Resume new jobs</source>
        <translation>Neue Aufträge fortsetzen</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Fortgesetzt</translation>
    </message>
    <message>
        <source>Resumed after restart</source>
        <translation>Nach Neustart fortgesetzt</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Retry in {time}</source>
        <translation>Erneut versuchen in {time}</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt erneut</translation>
    </message>
    <message>
        <source>Retry this job now</source>
        <translation>Diesen Auftrag jetzt erneut versuchen</translation>
    </message>
    <message>
        <source>Reword what could be read as violence, a real person or a brand</source>
        <translation>Umformulieren, was als Gewalt, echte Person oder Marke gelesen werden könnte</translation>
    </message>
    <message>
        <source>Role of input {index}</source>
        <translation>Rolle der Eingabe {index}</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Wechseln</translation>
    </message>
    <message>
        <source>Rotate the key of {name}</source>
        <translation>Schlüssel von {name} ersetzen</translation>
    </message>
    <message>
        <source>Rough preview{share}</source>
        <translation>Grobe Vorschau{share}</translation>
    </message>
    <message>
        <source>Route {link}</source>
        <translation>Weg {link}</translation>
    </message>
    <message>
        <source>Rows can only be found by an id or a time.</source>
        <translation>Zeilen lassen sich nur über eine Kennung oder eine Zeit finden.</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Run chmod 700 &apos;{folder}&apos;.</source>
        <translation>chmod 700 &apos;{folder}&apos; ausführen.</translation>
    </message>
    <message>
        <source>Run failed later</source>
        <translation>Lauf später fehlgeschlagen</translation>
    </message>
    <message>
        <source>Run goes on</source>
        <translation>Lauf geht weiter</translation>
    </message>
    <message>
        <source>Run once, {amount}</source>
        <translation>Einmal ausführen, {amount}</translation>
    </message>
    <message>
        <source>Run these once, leave the budget as it is</source>
        <translation>Diese einmalig ausführen, das Budget so lassen</translation>
    </message>
    <message>
        <source>Run this once, leave the budget as it is</source>
        <translation>Diesmal ausführen, das Budget so lassen</translation>
    </message>
    <message>
        <source>Run without “{label}”</source>
        <translation>Ohne „{label}“ ausführen</translation>
    </message>
    <message>
        <source>Run {number}: {stage}{share}</source>
        <translation>Lauf {number}: {stage}{share}</translation>
    </message>
    <message>
        <source>Run “mediadesk library verify”, or restore a backup.</source>
        <translation>„mediadesk library verify“ ausführen oder eine Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>Run “python3 dev.py setup”, or install mediadesk again.</source>
        <translation>„python3 dev.py setup“ ausführen oder mediadesk neu installieren.</translation>
    </message>
    <message>
        <source>Run, {amount}</source>
        <translation>Ausführen, {amount}</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Running jobs go on and are saved encrypted.</source>
        <translation>Laufende Aufträge gehen weiter und werden verschlüsselt gespeichert.</translation>
    </message>
    <message>
        <source>Runs are waiting to be made with this key.</source>
        <translation>Läufe warten darauf, mit diesem Schlüssel ausgeführt zu werden.</translation>
    </message>
    <message>
        <source>Runs out</source>
        <translation>Aufgebraucht am</translation>
    </message>
    <message>
        <source>Runs with {provider}</source>
        <translation>Läufe mit {provider}</translation>
    </message>
    <message>
        <source>Runs {title}</source>
        <translation>Läufe {title}</translation>
    </message>
    <message>
        <source>Sage</source>
        <translation>Sage</translation>
    </message>
    <message>
        <source>Said beside it</source>
        <translation>Dazu gesagt</translation>
    </message>
    <message>
        <source>Same prompt and settings. {words}</source>
        <translation>Gleicher Prompt, gleiche Einstellungen. {words}</translation>
    </message>
    <message>
        <source>Sample rate</source>
        <translation>Abtastrate</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>Save as file</source>
        <translation>Als Datei speichern</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Save in folder</source>
        <translation>Im Ordner speichern</translation>
    </message>
    <message>
        <source>Save it again.</source>
        <translation>Noch einmal speichern.</translation>
    </message>
    <message>
        <source>Save it as CSV in UTF-8.</source>
        <translation>Als CSV in UTF-8 speichern.</translation>
    </message>
    <message>
        <source>Save it as CSV.</source>
        <translation>Als CSV speichern.</translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation>Als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>Save passphrase</source>
        <translation>Passphrase speichern</translation>
    </message>
    <message>
        <source>Save tags</source>
        <translation>Schlagwörter speichern</translation>
    </message>
    <message>
        <source>Save the form</source>
        <translation>Formular speichern</translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation>Den Wiederherstellungsschlüssel sichern</translation>
    </message>
    <message>
        <source>Save these models</source>
        <translation>Diese Modelle speichern</translation>
    </message>
    <message>
        <source>Save this set</source>
        <translation>Diese Zusammenstellung speichern</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>Save with recipe…</source>
        <translation>Mit Rezept speichern…</translation>
    </message>
    <message>
        <source>Save without metadata…</source>
        <translation>Ohne Metadaten speichern…</translation>
    </message>
    <message>
        <source>Save without test</source>
        <translation>Ohne Test speichern</translation>
    </message>
    <message>
        <source>Saved as {name}. It follows the library.</source>
        <translation>Gespeichert als {name}. Sie folgt der Bibliothek.</translation>
    </message>
    <message>
        <source>Saved in {name}. Anyone who reads it can open the library.</source>
        <translation>Gespeichert in {name}. Wer die Datei liest, kann die Bibliothek öffnen.</translation>
    </message>
    <message>
        <source>Saved sets</source>
        <translation>Zusammenstellungen</translation>
    </message>
    <message>
        <source>Saved the models as “{name}”.</source>
        <translation>Die Modelle wurden als „{name}“ gespeichert.</translation>
    </message>
    <message>
        <source>Saved the preset “{name}”.</source>
        <translation>Die Vorlage „{name}“ wurde gespeichert.</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Saved {files} in {folder}. They are not encrypted.</source>
        <translation>{files} in {folder} gespeichert. Sie sind nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>Saved {file}. The file is not encrypted.</source>
        <translation>{file} gespeichert. Die Datei ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>Saved {name}. It is not encrypted.</source>
        <translation>{name} gespeichert. Die Datei ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>Say so in the prompt too.</source>
        <translation>Das auch im Prompt sagen.</translation>
    </message>
    <message>
        <source>Say “free” for a free model.</source>
        <translation>Für ein kostenloses Modell „free“ angeben.</translation>
    </message>
    <message>
        <source>Scales text and controls together. 100% is 13 px.</source>
        <translation>Vergrößert Text und Bedienelemente gemeinsam. 100 % sind 13 px.</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>Script: {ready} of {count} parts are ready.</source>
        <translation>Skript: {ready} von {count} Teilen sind fertig.</translation>
    </message>
    <message>
        <source>Scroll together</source>
        <translation>Gemeinsam rollen</translation>
    </message>
    <message>
        <source>Search and filters</source>
        <translation>Suche und Filter</translation>
    </message>
    <message>
        <source>Search models by name, id or provider</source>
        <translation>Modelle nach Name, Kennung oder Anbieter suchen</translation>
    </message>
    <message>
        <source>Search models or type a model id</source>
        <translation>Modelle suchen oder eine Modellkennung eingeben</translation>
    </message>
    <message>
        <source>Search or run</source>
        <translation>Suchen oder ausführen</translation>
    </message>
    <message>
        <source>Search prompts, texts, tags and notes</source>
        <translation>Prompts, Texte, Schlagwörter und Notizen durchsuchen</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Search the library</source>
        <translation>Die Bibliothek durchsuchen</translation>
    </message>
    <message>
        <source>Search the library for “{text}”</source>
        <translation>Die Bibliothek nach „{text}“ durchsuchen</translation>
    </message>
    <message>
        <source>Search {count} {kind} models by name, maker or what they can do</source>
        <translation>{count} Modelle ({kind}) nach Name, Hersteller oder Fähigkeit durchsuchen</translation>
    </message>
    <message>
        <source>Search {title}</source>
        <translation>{title} suchen</translation>
    </message>
    <message>
        <source>Second speaker</source>
        <translation>Zweite Stimme</translation>
    </message>
    <message>
        <source>Second voice</source>
        <translation>Zweite Sprechstimme</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>See the log for details.</source>
        <translation>Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>See your account page at the provider, then say what it cost.</source>
        <translation>Auf der Kontoseite beim Anbieter nachsehen und dann die Kosten angeben.</translation>
    </message>
    <message>
        <source>See “mediadesk jobs list”.</source>
        <translation>Siehe „mediadesk jobs list“.</translation>
    </message>
    <message>
        <source>See “mediadesk keys stored list”.</source>
        <translation>Siehe „mediadesk keys stored list“.</translation>
    </message>
    <message>
        <source>See “mediadesk list” for ids.</source>
        <translation>Kennungen zeigt „mediadesk list“.</translation>
    </message>
    <message>
        <source>See “mediadesk models --provider {id}”.</source>
        <translation>Siehe „mediadesk models --provider {id}“.</translation>
    </message>
    <message>
        <source>See “mediadesk presets list”.</source>
        <translation>Siehe „mediadesk presets list“.</translation>
    </message>
    <message>
        <source>See “mediadesk projects list”, or create it.</source>
        <translation>Siehe „mediadesk projects list“ oder anlegen.</translation>
    </message>
    <message>
        <source>See “mediadesk projects list”.</source>
        <translation>Siehe „mediadesk projects list“.</translation>
    </message>
    <message>
        <source>See “mediadesk show”.</source>
        <translation>Siehe „mediadesk show“.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Seed used</source>
        <translation>Verwendeter Seed</translation>
    </message>
    <message>
        <source>Select items to see what they are.</source>
        <translation>Objekte auswählen, um ihre Angaben zu sehen.</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Nichts auswählen</translation>
    </message>
    <message>
        <source>Select nothing (Esc)</source>
        <translation>Nichts auswählen (Esc)</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>Send that part again.</source>
        <translation>Diesen Teil noch einmal senden.</translation>
    </message>
    <message>
        <source>Send them again with the same settings.</source>
        <translation>Mit gleichen Einstellungen noch einmal senden.</translation>
    </message>
    <message>
        <source>Send without it.</source>
        <translation>Ohne senden.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Sent to this address alone. One on each line, like “Name: value”.</source>
        <translation>Nur an diese Adresse gesendet. Einer je Zeile, etwa „Name: Wert“.</translation>
    </message>
    <message>
        <source>Sent, and no answer is known. It is not sent again by itself.</source>
        <translation>Gesendet, und keine Antwort ist bekannt. Wird nicht von selbst noch einmal gesendet.</translation>
    </message>
    <message>
        <source>Separate tags by commas. Only what you change is changed.</source>
        <translation>Schlagwörter durch Kommas trennen. Nur Geändertes wird geändert.</translation>
    </message>
    <message>
        <source>Set a monthly budget</source>
        <translation>Monatsbudget festlegen</translation>
    </message>
    <message>
        <source>Set it in the form, or leave it out.</source>
        <translation>Im Formular setzen oder weglassen.</translation>
    </message>
    <message>
        <source>Set space aside</source>
        <translation>Platz reservieren</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Setting {number} to vary</source>
        <translation>Einstellung {number} zum Variieren</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings of the next run</source>
        <translation>Einstellungen des nächsten Laufs</translation>
    </message>
    <message>
        <source>Settings of {name} copied.</source>
        <translation>Einstellungen von {name} übernommen.</translation>
    </message>
    <message>
        <source>Settings pages</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Klären</translation>
    </message>
    <message>
        <source>Settle it first: “mediadesk jobs settle”.</source>
        <translation>Zuerst klären: „mediadesk jobs settle“.</translation>
    </message>
    <message>
        <source>Settled: it was charged</source>
        <translation>Geklärt: wurde berechnet</translation>
    </message>
    <message>
        <source>Settled: nothing was charged</source>
        <translation>Geklärt: nichts wurde berechnet</translation>
    </message>
    <message>
        <source>Settled: nothing was charged.</source>
        <translation>Geklärt: nichts wurde berechnet.</translation>
    </message>
    <message>
        <source>Settled: {amount} was charged.</source>
        <translation>Geklärt: {amount} wurden berechnet.</translation>
    </message>
    <message>
        <source>Several hosts may run a model; the first one in this order gets the request.</source>
        <translation>Mehrere Hosts können ein Modell ausführen; der erste in dieser Reihenfolge bekommt die Anfrage.</translation>
    </message>
    <message>
        <source>Several projects are named “{name_or_id}”.</source>
        <translation>Mehrere Projekte heißen „{name_or_id}“.</translation>
    </message>
    <message>
        <source>Several runs</source>
        <translation>Mehrere Läufe</translation>
    </message>
    <message>
        <source>Shimmer</source>
        <translation>Shimmer</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Kürzen.</translation>
    </message>
    <message>
        <source>Shorten the prompt or use fewer inputs.</source>
        <translation>Den Prompt kürzen oder weniger Eingaben benutzen.</translation>
    </message>
    <message>
        <source>Shorten them.</source>
        <translation>Kürzen.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Show a grid</source>
        <translation>Raster zeigen</translation>
    </message>
    <message>
        <source>Show a list</source>
        <translation>Liste zeigen</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Ganz zeigen</translation>
    </message>
    <message>
        <source>Show as table: {title}</source>
        <translation>Als Tabelle zeigen: {title}</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Details anzeigen</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Mehr anzeigen</translation>
    </message>
    <message>
        <source>Show or hide details</source>
        <translation>Details ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show or hide the history</source>
        <translation>Verlauf ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show or hide the job&apos;s details</source>
        <translation>Details des Auftrags ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show or hide the sidebar</source>
        <translation>Seitenleiste ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show recent prompts</source>
        <translation>Letzte Prompts zeigen</translation>
    </message>
    <message>
        <source>Show the history</source>
        <translation>Verlauf anzeigen</translation>
    </message>
    <message>
        <source>Show the history as a list</source>
        <translation>Verlauf als Liste zeigen</translation>
    </message>
    <message>
        <source>Show the history as cards</source>
        <translation>Verlauf als Karten zeigen</translation>
    </message>
    <message>
        <source>Show the library folder</source>
        <translation>Bibliotheksordner zeigen</translation>
    </message>
    <message>
        <source>Show the text</source>
        <translation>Text zeigen</translation>
    </message>
    <message>
        <source>Show the whole prompt</source>
        <translation>Den ganzen Prompt zeigen</translation>
    </message>
    <message>
        <source>Show thinking</source>
        <translation>Nachdenken zeigen</translation>
    </message>
    <message>
        <source>Show what is kept at {provider_label}</source>
        <translation>Zeigen, was bei {provider_label} aufbewahrt wird</translation>
    </message>
    <message>
        <source>Shows how mediadesk handles this problem.</source>
        <translation>Zeigt, wie mediadesk mit diesem Problem umgeht.</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Side by side, slider or difference</source>
        <translation>Nebeneinander, Schieber oder Differenz</translation>
    </message>
    <message>
        <source>Side light, plain wall, 85 mm</source>
        <translation>Seitenlicht, schlichte Wand, 85 mm</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>Seitenleiste</translation>
    </message>
    <message>
        <source>Simplest</source>
        <translation>Am einfachsten</translation>
    </message>
    <message>
        <source>Simulate failure</source>
        <translation>Fehler simulieren</translation>
    </message>
    <message>
        <source>Simulated: {message}</source>
        <translation>Simuliert: {message}</translation>
    </message>
    <message>
        <source>Simulation</source>
        <translation>Simulation</translation>
    </message>
    <message>
        <source>Simulation: made on this computer from the words of the prompt, without an AI model.</source>
        <translation>Simulation: auf diesem Computer aus den Wörtern des Prompts erzeugt, ohne KI-Modell.</translation>
    </message>
    <message>
        <source>Single keys work while no text field has the focus. F1 opens this page.</source>
        <translation>Einzelne Tasten wirken, solange kein Textfeld den Fokus hat. F1 öffnet diese Seite.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation>Pinselgröße</translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation>Größe der Bilder</translation>
    </message>
    <message>
        <source>Skip for now</source>
        <translation>Vorerst überspringen</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>Schieber</translation>
    </message>
    <message>
        <source>Slow ambient pad, warm, with distant bells and soft rain</source>
        <translation>Langsame, warme Klangfläche mit fernen Glocken und leisem Regen</translation>
    </message>
    <message>
        <source>Slow dolly</source>
        <translation>Langsame Fahrt</translation>
    </message>
    <message>
        <source>Smaller files at lower values.</source>
        <translation>Kleinere Dateien bei niedrigeren Werten.</translation>
    </message>
    <message>
        <source>Smaller pictures</source>
        <translation>Kleinere Bilder</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Something unexpected happened ({name}).</source>
        <translation>Etwas Unerwartetes ist geschehen ({name}).</translation>
    </message>
    <message>
        <source>Something unexpected went wrong. What is stored is safe. Try again, or close and open mediadesk; “mediadesk doctor” names the log that tells where.</source>
        <translation>Etwas Unerwartetes ist schiefgegangen. Gespeichertes ist sicher. Erneut versuchen oder mediadesk schließen und öffnen; „mediadesk doctor“ nennt das Protokoll mit der Stelle.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Sound in</source>
        <translation>Ton als Eingabe</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>Ton an</translation>
    </message>
    <message>
        <source>Sound player</source>
        <translation>Tonspieler</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Speed (Ctrl+Left, Ctrl+Right)</source>
        <translation>Geschwindigkeit (Strg+Links, Strg+Rechts)</translation>
    </message>
    <message>
        <source>Speed 1×</source>
        <translation>Geschwindigkeit 1×</translation>
    </message>
    <message>
        <source>Speed {text}</source>
        <translation>Geschwindigkeit {text}</translation>
    </message>
    <message>
        <source>Spending</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Spending over time; arrow keys choose a bar, Enter opens it</source>
        <translation>Ausgaben im Zeitverlauf; Pfeiltasten wählen einen Balken, Eingabe öffnet ihn</translation>
    </message>
    <message>
        <source>Spending per day</source>
        <translation>Ausgaben pro Tag</translation>
    </message>
    <message>
        <source>Spending per month</source>
        <translation>Ausgaben pro Monat</translation>
    </message>
    <message>
        <source>Spending per week</source>
        <translation>Ausgaben pro Woche</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>Spent {spent}, held {held}, these runs {wanted}, limit {limit}</source>
        <translation>Ausgegeben {spent}, vorgemerkt {held}, diese Läufe {wanted}, Grenze {limit}</translation>
    </message>
    <message>
        <source>Spent {spent}, held {held}, this run {wanted}, limit {limit}</source>
        <translation>Ausgegeben {spent}, vorgemerkt {held}, dieser Lauf {wanted}, Grenze {limit}</translation>
    </message>
    <message>
        <source>Spent {title}</source>
        <translation>Ausgegeben {title}</translation>
    </message>
    <message>
        <source>Split it into months.</source>
        <translation>In Monate aufteilen.</translation>
    </message>
    <message>
        <source>Split it.</source>
        <translation>Aufteilen.</translation>
    </message>
    <message>
        <source>Spoken words</source>
        <translation>Gesprochene Worte</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Bühne</translation>
    </message>
    <message>
        <source>Stage and details</source>
        <translation>Bühne und Details</translation>
    </message>
    <message>
        <source>Stage and history</source>
        <translation>Bühne und Verlauf</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Standard only</source>
        <translation>Nur Standard</translation>
    </message>
    <message>
        <source>Start anew</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Start creating</source>
        <translation>Loslegen</translation>
    </message>
    <message>
        <source>Start it again.</source>
        <translation>Noch einmal starten.</translation>
    </message>
    <message>
        <source>Started.</source>
        <translation>Gestartet.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Static shot</source>
        <translation>Feste Einstellung</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation>Im Infobereich bleiben</translation>
    </message>
    <message>
        <source>Step {index} of {count}: {steps}</source>
        <translation>Schritt {index} von {count}: {steps}</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>Stoppen und behalten</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>Anhalten bei</translation>
    </message>
    <message>
        <source>Stop at limit</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop at the limit: {what}</source>
        <translation>An der Grenze anhalten: {what}</translation>
    </message>
    <message>
        <source>Stop them, or let them be made, before you remove it.</source>
        <translation>Vor dem Entfernen abbrechen oder fertig werden lassen.</translation>
    </message>
    <message>
        <source>Stopped. It may still be billed; what it may cost stays held.</source>
        <translation>Gestoppt. Kann trotzdem berechnet werden; die möglichen Kosten bleiben zurückgehalten.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Gestoppt. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was charged.</source>
        <translation>Gestoppt. Nichts wurde berechnet.</translation>
    </message>
    <message>
        <source>Stopped. What was made until then was charged.</source>
        <translation>Gestoppt. Was bis dahin erzeugt war, wurde berechnet.</translation>
    </message>
    <message>
        <source>Stopping.</source>
        <translation>Wird angehalten.</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Storing</source>
        <translation>Wird gespeichert</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>Geschichte</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>Wird übertragen</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Stark</translation>
    </message>
    <message>
        <source>Stronger borders, no tinted fills.</source>
        <translation>Kräftigere Rahmen, keine getönten Flächen.</translation>
    </message>
    <message>
        <source>Struck out: only in 1, {name}</source>
        <translation>Durchgestrichen: nur in 1, {name}</translation>
    </message>
    <message>
        <source>Struck through: left out. Underlined: new.</source>
        <translation>Durchgestrichen: weggelassen. Unterstrichen: neu.</translation>
    </message>
    <message>
        <source>Succeed</source>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Success rate</source>
        <translation>Erfolgsquote</translation>
    </message>
    <message>
        <source>Summarized</source>
        <translation>Zusammengefasst</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Switch it on first.</source>
        <translation>Zuerst einschalten.</translation>
    </message>
    <message>
        <source>Switch library</source>
        <translation>Bibliothek wechseln</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Switch off for servers that refuse “stream_options”.</source>
        <translation>Ausschalten für Server, die „stream_options“ ablehnen.</translation>
    </message>
    <message>
        <source>Switch off “In the background”, or remove the drawing.</source>
        <translation>„Im Hintergrund“ ausschalten oder die Zeichnung entfernen.</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Switch project</source>
        <translation>Projekt wechseln</translation>
    </message>
    <message>
        <source>Sync zoom</source>
        <translation>Zoom koppeln</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>System-Prompt</translation>
    </message>
    <message>
        <source>System setting</source>
        <translation>Systemeinstellung</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Tag this item</source>
        <translation>Dieses Objekt verschlagworten</translation>
    </message>
    <message>
        <source>Tag this result</source>
        <translation>Dieses Ergebnis verschlagworten</translation>
    </message>
    <message>
        <source>Tag what is selected</source>
        <translation>Auswahl verschlagworten</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Tags of {items} changed.</source>
        <translation>Schlagwörter geändert: {items}.</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>Schlagwort…</translation>
    </message>
    <message>
        <source>Take one of them out.</source>
        <translation>Eines davon herausnehmen.</translation>
    </message>
    <message>
        <source>Take out of the archive</source>
        <translation>Aus dem Archiv holen</translation>
    </message>
    <message>
        <source>Take that away: chmod go-w “{path}”.</source>
        <translation>Das Recht nehmen: chmod go-w „{path}“.</translation>
    </message>
    <message>
        <source>Take the last stroke back</source>
        <translation>Letzten Strich zurücknehmen</translation>
    </message>
    <message>
        <source>Taken by the provider</source>
        <translation>Vom Anbieter angenommen</translation>
    </message>
    <message>
        <source>Taken out of the archive</source>
        <translation>Aus dem Archiv geholt</translation>
    </message>
    <message>
        <source>Taking part</source>
        <translation>Beteiligt</translation>
    </message>
    <message>
        <source>Tell apart by</source>
        <translation>Unterscheiden nach</translation>
    </message>
    <message>
        <source>Tell when prices are old</source>
        <translation>Melden, wenn Preise alt sind</translation>
    </message>
    <message>
        <source>Tell when the window is away</source>
        <translation>Melden, wenn das Fenster weg ist</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Tempo</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Ten titles</source>
        <translation>Zehn Titel</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Erneut testen</translation>
    </message>
    <message>
        <source>Test all</source>
        <translation>Alle testen</translation>
    </message>
    <message>
        <source>Test and save</source>
        <translation>Testen und speichern</translation>
    </message>
    <message>
        <source>Test {name}</source>
        <translation>{name} prüfen</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>Wird getestet</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text model</source>
        <translation>Textmodell</translation>
    </message>
    <message>
        <source>Text of {name}</source>
        <translation>Text von {name}</translation>
    </message>
    <message>
        <source>Text result</source>
        <translation>Textergebnis</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Texts, one a line; the answer ends before any of them.</source>
        <translation>Texte, einer pro Zeile; die Antwort endet vor jedem davon.</translation>
    </message>
    <message>
        <source>Texture</source>
        <translation>Struktur</translation>
    </message>
    <message>
        <source>That preset is gone.</source>
        <translation>Diese Vorlage gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>That run was deleted for good.</source>
        <translation>Dieser Lauf wurde endgültig gelöscht.</translation>
    </message>
    <message>
        <source>That saved view is gone.</source>
        <translation>Diese gespeicherte Ansicht gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>That would be {count} runs; a batch has {MOST_RUNS} at most.</source>
        <translation>Das wären {count} Läufe; höchstens {MOST_RUNS} sind möglich.</translation>
    </message>
    <message>
        <source>The address {host} was not found.</source>
        <translation>Die Adresse {host} wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The answer broke off</source>
        <translation>Die Antwort brach ab</translation>
    </message>
    <message>
        <source>The answer broke off.</source>
        <translation>Die Antwort brach ab.</translation>
    </message>
    <message>
        <source>The answer broke off; what it cost is not known.</source>
        <translation>Die Antwort brach ab; die Kosten sind nicht bekannt.</translation>
    </message>
    <message>
        <source>The answer could not be read</source>
        <translation>Die Antwort war nicht lesbar</translation>
    </message>
    <message>
        <source>The answer makes no sense.</source>
        <translation>Die Antwort ergibt keinen Sinn.</translation>
    </message>
    <message>
        <source>The chosen key was removed or switched off.</source>
        <translation>Der gewählte Schlüssel wurde entfernt oder ausgeschaltet.</translation>
    </message>
    <message>
        <source>The column of the days is not named.</source>
        <translation>Die Spalte mit den Tagen ist nicht genannt.</translation>
    </message>
    <message>
        <source>The compatible endpoint has no base address.</source>
        <translation>Der kompatible Endpunkt hat keine Basisadresse.</translation>
    </message>
    <message>
        <source>The connection to {label} broke after the request was sent.</source>
        <translation>Die Verbindung zu {label} riss nach dem Senden der Anfrage ab.</translation>
    </message>
    <message>
        <source>The connection to {label} closed before the answer was complete.</source>
        <translation>Die Verbindung zu {label} endete, bevor die Antwort vollständig war.</translation>
    </message>
    <message>
        <source>The content filter of {label} held back every picture.</source>
        <translation>Der Inhaltsfilter von {label} hielt jedes Bild zurück.</translation>
    </message>
    <message>
        <source>The cost limit is negative.</source>
        <translation>Das Kostenlimit ist negativ.</translation>
    </message>
    <message>
        <source>The cost of {attempt_id} is not known yet.</source>
        <translation>Die Kosten von {attempt_id} sind noch nicht bekannt.</translation>
    </message>
    <message>
        <source>The credit is used up</source>
        <translation>Das Guthaben ist aufgebraucht</translation>
    </message>
    <message>
        <source>The database comes first. You can go on working.</source>
        <translation>Zuerst kommt die Datenbank. Weiterarbeiten ist möglich.</translation>
    </message>
    <message>
        <source>The database comes last.</source>
        <translation>Die Datenbank kommt zuletzt.</translation>
    </message>
    <message>
        <source>The database does not read the same from its copy.</source>
        <translation>Die Datenbank liest sich aus ihrer Kopie nicht gleich.</translation>
    </message>
    <message>
        <source>The database was changed outside mediadesk: restore a backup.</source>
        <translation>Die Datenbank wurde außerhalb von mediadesk geändert: eine Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>The decoder gave an answer that cannot be.</source>
        <translation>Der Dekoder gab eine unmögliche Antwort.</translation>
    </message>
    <message>
        <source>The default project cannot be deleted.</source>
        <translation>Das Standardprojekt lässt sich nicht löschen.</translation>
    </message>
    <message>
        <source>The disk has too little space for the result; nothing was sent.</source>
        <translation>Auf dem Laufwerk ist zu wenig Platz für das Ergebnis; nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The disk is full; new jobs wait.</source>
        <translation>Das Laufwerk ist voll; neue Aufträge warten.</translation>
    </message>
    <message>
        <source>The disk that holds {parent} has {missing} MB too little free space for this library.</source>
        <translation>Auf dem Laufwerk mit {parent} fehlen {missing} MB freier Platz für diese Bibliothek.</translation>
    </message>
    <message>
        <source>The disk that holds {parent} is full.</source>
        <translation>Das Laufwerk mit {parent} ist voll.</translation>
    </message>
    <message>
        <source>The fallback chain is kept for {name}.</source>
        <translation>Die Ersatzkette wurde für {name} gemerkt.</translation>
    </message>
    <message>
        <source>The fallback chain names {name} twice.</source>
        <translation>Die Ersatzkette nennt {name} zweimal.</translation>
    </message>
    <message>
        <source>The file could not be read. Check the library.</source>
        <translation>Die Datei konnte nicht gelesen werden. Die Bibliothek prüfen.</translation>
    </message>
    <message>
        <source>The file is not what was stored</source>
        <translation>Die Datei ist nicht die gespeicherte</translation>
    </message>
    <message>
        <source>The file made its decoder fail.</source>
        <translation>Die Datei hat ihren Dekoder zum Absturz gebracht.</translation>
    </message>
    <message>
        <source>The file of {id} is damaged, so its metadata cannot be changed.</source>
        <translation>Die Datei von {id} ist beschädigt, daher lassen sich ihre Metadaten nicht ändern.</translation>
    </message>
    <message>
        <source>The file stays as it is; export it to open it elsewhere.</source>
        <translation>Die Datei bleibt, wie sie ist; exportieren, um sie anderswo zu öffnen.</translation>
    </message>
    <message>
        <source>The file&apos;s id is not one of Google&apos;s.</source>
        <translation>Die Kennung der Datei ist keine von Google.</translation>
    </message>
    <message>
        <source>The header {name} is set by mediadesk itself.</source>
        <translation>Den Header {name} setzt mediadesk selbst.</translation>
    </message>
    <message>
        <source>The header {shown} is there twice.</source>
        <translation>Der Header {shown} ist doppelt vorhanden.</translation>
    </message>
    <message>
        <source>The incoming file is gone.</source>
        <translation>Die eingehende Datei ist verschwunden.</translation>
    </message>
    <message>
        <source>The input is too large</source>
        <translation>Die Eingabe ist zu groß</translation>
    </message>
    <message>
        <source>The input {asset_id} is not in the library.</source>
        <translation>Die Eingabe {asset_id} ist nicht in der Bibliothek.</translation>
    </message>
    <message>
        <source>The job is not there any more.</source>
        <translation>Den Auftrag gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The job was cancelled at {label}.</source>
        <translation>Der Auftrag wurde bei {label} abgebrochen.</translation>
    </message>
    <message>
        <source>The job was interrupted and cannot be picked up.</source>
        <translation>Der Auftrag wurde unterbrochen und lässt sich nicht wieder aufnehmen.</translation>
    </message>
    <message>
        <source>The job&apos;s id is not one of Google&apos;s.</source>
        <translation>Die Kennung des Auftrags ist keine von Google.</translation>
    </message>
    <message>
        <source>The job&apos;s id is not one of OpenAI&apos;s.</source>
        <translation>Die Kennung des Auftrags ist keine von OpenAI.</translation>
    </message>
    <message>
        <source>The key for {label} holds characters that no key has.</source>
        <translation>Der Schlüssel für {label} enthält Zeichen, die kein Schlüssel hat.</translation>
    </message>
    <message>
        <source>The key for {name} was removed.</source>
        <translation>Der Schlüssel für {name} wurde entfernt.</translation>
    </message>
    <message>
        <source>The key is not in the library any more.</source>
        <translation>Der Schlüssel ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>The key may not do this at {label}.</source>
        <translation>Der Schlüssel darf das bei {label} nicht.</translation>
    </message>
    <message>
        <source>The key may not use this model</source>
        <translation>Der Schlüssel darf dieses Modell nicht benutzen</translation>
    </message>
    <message>
        <source>The key of {label} “{name}”</source>
        <translation>Der Schlüssel „{name}“ von {label}</translation>
    </message>
    <message>
        <source>The key of {named} is not one for {label}.</source>
        <translation>Der Schlüssel von {named} ist keiner für {label}.</translation>
    </message>
    <message>
        <source>The key of {words} is kept. Past work is kept too.</source>
        <translation>Der Schlüssel von {words} bleibt. Bisherige Arbeit bleibt auch.</translation>
    </message>
    <message>
        <source>The key slot file {FILE_NAME} is damaged: {reason}.</source>
        <translation>Die Schlüsseldatei {FILE_NAME} ist beschädigt: {reason}.</translation>
    </message>
    <message>
        <source>The key slots belong to another library.</source>
        <translation>Die Schlüsselplätze gehören zu einer anderen Bibliothek.</translation>
    </message>
    <message>
        <source>The key slots could not be written ({strerror}).</source>
        <translation>Die Schlüsselplätze ließen sich nicht schreiben ({strerror}).</translation>
    </message>
    <message>
        <source>The key that this was made with was removed.</source>
        <translation>Der Schlüssel, mit dem dies erzeugt wurde, wurde entfernt.</translation>
    </message>
    <message>
        <source>The key was being changed elsewhere at the same time.</source>
        <translation>Der Schlüssel wurde zur selben Zeit anderswo geändert.</translation>
    </message>
    <message>
        <source>The key was not accepted.</source>
        <translation>Der Schlüssel wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>The key was refused</source>
        <translation>Der Schlüssel wurde abgelehnt</translation>
    </message>
    <message>
        <source>The key works; it may not list models.</source>
        <translation>Der Schlüssel funktioniert; er darf keine Modelle auflisten.</translation>
    </message>
    <message>
        <source>The key works; it may not read prices.</source>
        <translation>Der Schlüssel funktioniert; er darf keine Preise lesen.</translation>
    </message>
    <message>
        <source>The key works; it may not show its limit.</source>
        <translation>Der Schlüssel funktioniert; er darf sein Limit nicht zeigen.</translation>
    </message>
    <message>
        <source>The key&apos;s name is empty or too long.</source>
        <translation>Der Name des Schlüssels ist leer oder zu lang.</translation>
    </message>
    <message>
        <source>The keyring does not open this library any more.</source>
        <translation>Der Schlüsselbund öffnet diese Bibliothek nicht mehr.</translation>
    </message>
    <message>
        <source>The keyring holds a key of the library while you are signed in.</source>
        <translation>Der Schlüsselbund hält bei angemeldetem Benutzerkonto einen Schlüssel der Bibliothek bereit.</translation>
    </message>
    <message>
        <source>The library is closed.</source>
        <translation>Die Bibliothek ist geschlossen.</translation>
    </message>
    <message>
        <source>The library is closing.</source>
        <translation>Die Bibliothek wird geschlossen.</translation>
    </message>
    <message>
        <source>The library is locked.</source>
        <translation>Die Bibliothek ist gesperrt.</translation>
    </message>
    <message>
        <source>The library lies in {folder} now.</source>
        <translation>Die Bibliothek liegt jetzt in {folder}.</translation>
    </message>
    <message>
        <source>The library was made by a newer mediadesk (schema {version}, this one knows {newest}).</source>
        <translation>Die Bibliothek wurde mit einem neueren mediadesk angelegt (Schema {version}, dieses kennt {newest}).</translation>
    </message>
    <message>
        <source>The library was made by a newer mediadesk.</source>
        <translation>Die Bibliothek wurde mit einem neueren mediadesk angelegt.</translation>
    </message>
    <message>
        <source>The library’s key file was damaged. Its copy opened the library and was put in its place.</source>
        <translation>Die Schlüsseldatei der Bibliothek war beschädigt. Ihre Kopie hat die Bibliothek geöffnet und sie ersetzt.</translation>
    </message>
    <message>
        <source>The list of prompts {name} is larger than 4 MiB.</source>
        <translation>Die Promptliste {name} ist größer als 4 MiB.</translation>
    </message>
    <message>
        <source>The list of prompts {path} cannot be read ({strerror}).</source>
        <translation>Die Promptliste {path} lässt sich nicht lesen ({strerror}).</translation>
    </message>
    <message>
        <source>The media file is missing from the library.</source>
        <translation>Die Mediendatei fehlt in der Bibliothek.</translation>
    </message>
    <message>
        <source>The model answered in words alone.</source>
        <translation>Das Modell antwortete nur mit Worten.</translation>
    </message>
    <message>
        <source>The model answered in words instead of a picture.</source>
        <translation>Das Modell antwortete mit Worten statt mit einem Bild.</translation>
    </message>
    <message>
        <source>The model has been retired.</source>
        <translation>Das Modell wurde abgeschaltet.</translation>
    </message>
    <message>
        <source>The most that a single run may cost</source>
        <translation>Was ein einzelner Lauf höchstens kosten darf</translation>
    </message>
    <message>
        <source>The most that it may think. Less than the longest answer.</source>
        <translation>Wie viel höchstens nachgedacht wird. Weniger als die längste Antwort.</translation>
    </message>
    <message>
        <source>The most that it may think; -1 lets the model decide.</source>
        <translation>Wie viel höchstens nachgedacht wird; bei -1 entscheidet das Modell.</translation>
    </message>
    <message>
        <source>The most that one answer may use. Hidden reasoning counts too.</source>
        <translation>Wie viel eine Antwort höchstens verbraucht. Verborgenes Nachdenken zählt mit.</translation>
    </message>
    <message>
        <source>The name of a preset is 1 to {LONGEST_NAME} characters.</source>
        <translation>Der Name einer Vorlage hat 1 bis {LONGEST_NAME} Zeichen.</translation>
    </message>
    <message>
        <source>The name of a view is one to eighty characters.</source>
        <translation>Der Name einer Ansicht hat ein bis achtzig Zeichen.</translation>
    </message>
    <message>
        <source>The new key is empty.</source>
        <translation>Der neue Schlüssel ist leer.</translation>
    </message>
    <message>
        <source>The new passphrase opens the library from now on.</source>
        <translation>Von jetzt an öffnet die neue Passphrase die Bibliothek.</translation>
    </message>
    <message>
        <source>The note is too long.</source>
        <translation>Die Notiz ist zu lang.</translation>
    </message>
    <message>
        <source>The old folder is still there: {folder}.</source>
        <translation>Der alte Ordner ist noch da: {folder}.</translation>
    </message>
    <message>
        <source>The old key was kept.</source>
        <translation>Der alte Schlüssel blieb erhalten.</translation>
    </message>
    <message>
        <source>The only way back in if you forget</source>
        <translation>Der einzige Weg zurück, wenn sie vergessen wird</translation>
    </message>
    <message>
        <source>The outcome of 1 job is unknown.</source>
        <translation>Der Ausgang von 1 Auftrag ist unbekannt.</translation>
    </message>
    <message>
        <source>The outcome of {count} jobs is unknown.</source>
        <translation>Der Ausgang von {count} Aufträgen ist unbekannt.</translation>
    </message>
    <message>
        <source>The parts are neither all WAV nor all MP3, so they stay as they are.</source>
        <translation>Die Teile sind weder alle WAV noch alle MP3, daher bleiben sie, wie sie sind.</translation>
    </message>
    <message>
        <source>The parts differ in rate or channels, so they stay as they are.</source>
        <translation>Die Teile unterscheiden sich in Abtastrate oder Kanälen, daher bleiben sie, wie sie sind.</translation>
    </message>
    <message>
        <source>The parts of the script are one sound now.</source>
        <translation>Die Teile des Skripts sind jetzt ein Ton.</translation>
    </message>
    <message>
        <source>The passphrase does not open this library.</source>
        <translation>Die Passphrase öffnet diese Bibliothek nicht.</translation>
    </message>
    <message>
        <source>The passphrase has fewer than {MIN_PASSPHRASE_CHARACTERS} characters.</source>
        <translation>Die Passphrase hat weniger als {MIN_PASSPHRASE_CHARACTERS} Zeichen.</translation>
    </message>
    <message>
        <source>The picture can be fetched even if mediadesk was closed. OpenAI keeps it for a while. A small text model passes your words on and may change them.</source>
        <translation>Das Bild lässt sich auch nach dem Schließen von mediadesk holen. OpenAI bewahrt es eine Weile auf. Ein kleines Textmodell gibt den Prompt weiter und kann ihn ändern.</translation>
    </message>
    <message>
        <source>The price of {label} is not known, so this run needs a limit.</source>
        <translation>Der Preis von {label} ist nicht bekannt, daher braucht dieser Lauf ein Limit.</translation>
    </message>
    <message>
        <source>The price of {label} is not known; it needs a limit for the run.</source>
        <translation>Der Preis von {label} ist nicht bekannt; der Lauf braucht ein Limit.</translation>
    </message>
    <message>
        <source>The project “{name}” is archived or deleted.</source>
        <translation>Das Projekt „{name}“ ist archiviert oder gelöscht.</translation>
    </message>
    <message>
        <source>The project&apos;s name is too long.</source>
        <translation>Der Name des Projekts ist zu lang.</translation>
    </message>
    <message>
        <source>The prompt has {len} characters; {label} takes {maximum_prompt_length}.</source>
        <translation>Der Prompt hat {len} Zeichen; {label} nimmt {maximum_prompt_length}.</translation>
    </message>
    <message>
        <source>The prompt is empty.</source>
        <translation>Der Prompt ist leer.</translation>
    </message>
    <message>
        <source>The prompt or a parameter holds half a character.</source>
        <translation>Der Prompt oder ein Parameter enthält ein halbes Zeichen.</translation>
    </message>
    <message>
        <source>The provider answered without a result.</source>
        <translation>Der Anbieter antwortete ohne Ergebnis.</translation>
    </message>
    <message>
        <source>The provider asked to wait.</source>
        <translation>Der Anbieter bat zu warten.</translation>
    </message>
    <message>
        <source>The provider cannot be reached.</source>
        <translation>Der Anbieter ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The provider did not answer in time.</source>
        <translation>Der Anbieter antwortete nicht in der erwarteten Zeit.</translation>
    </message>
    <message>
        <source>The provider does not know this job either.</source>
        <translation>Auch der Anbieter kennt diesen Auftrag nicht.</translation>
    </message>
    <message>
        <source>The provider does not take this seed.</source>
        <translation>Der Anbieter nimmt diesen Seed nicht an.</translation>
    </message>
    <message>
        <source>The provider failed inside.</source>
        <translation>Beim Anbieter trat ein innerer Fehler auf.</translation>
    </message>
    <message>
        <source>The provider had a fault</source>
        <translation>Beim Anbieter trat ein Fehler auf</translation>
    </message>
    <message>
        <source>The provider has no call that deletes this</source>
        <translation>Der Anbieter bietet kein Löschen dafür an</translation>
    </message>
    <message>
        <source>The provider has no call that deletes this.</source>
        <translation>Der Anbieter bietet kein Löschen dafür an.</translation>
    </message>
    <message>
        <source>The provider is busy.</source>
        <translation>Der Anbieter ist ausgelastet.</translation>
    </message>
    <message>
        <source>The provider is not answering properly</source>
        <translation>Der Anbieter antwortet nicht richtig</translation>
    </message>
    <message>
        <source>The provider refused this request.</source>
        <translation>Der Anbieter hat diese Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>The provider refused to go on</source>
        <translation>Der Anbieter verweigerte die Fortsetzung</translation>
    </message>
    <message>
        <source>The provider sent an empty result.</source>
        <translation>Der Anbieter hat ein leeres Ergebnis gesendet.</translation>
    </message>
    <message>
        <source>The raw parameters {why}.</source>
        <translation>Die Rohparameter: {why}.</translation>
    </message>
    <message>
        <source>The record of changes does not hold at event {event_id}.</source>
        <translation>Das Änderungsprotokoll stimmt bei Ereignis {event_id} nicht.</translation>
    </message>
    <message>
        <source>The recovery key would lie inside the library that it opens.</source>
        <translation>Der Wiederherstellungsschlüssel läge in der Bibliothek, die er öffnet.</translation>
    </message>
    <message>
        <source>The request has {count} tokens; {label} takes {room} here.</source>
        <translation>Die Anfrage hat {count} Token; {label} nimmt hier {room}.</translation>
    </message>
    <message>
        <source>The request is too large for {label}.</source>
        <translation>Die Anfrage ist zu groß für {label}.</translation>
    </message>
    <message>
        <source>The request is too large.</source>
        <translation>Die Anfrage ist zu groß.</translation>
    </message>
    <message>
        <source>The request was not accepted</source>
        <translation>Die Anfrage wurde nicht angenommen</translation>
    </message>
    <message>
        <source>The resources folder is missing beside {package}. Install mediadesk again.</source>
        <translation>Der Ordner resources fehlt neben {package}. mediadesk neu installieren.</translation>
    </message>
    <message>
        <source>The result can be fetched even if mediadesk was closed. Google keeps it for a while.</source>
        <translation>Das Ergebnis lässt sich auch nach dem Schließen von mediadesk holen. Google bewahrt es eine Weile auf.</translation>
    </message>
    <message>
        <source>The result has expired.</source>
        <translation>Das Ergebnis ist abgelaufen.</translation>
    </message>
    <message>
        <source>The result is larger than mediadesk accepts.</source>
        <translation>Das Ergebnis ist größer, als mediadesk annimmt.</translation>
    </message>
    <message>
        <source>The result is no longer at the provider</source>
        <translation>Das Ergebnis ist nicht mehr beim Anbieter</translation>
    </message>
    <message>
        <source>The result is no longer kept at {label}.</source>
        <translation>Das Ergebnis wird bei {label} nicht mehr aufbewahrt.</translation>
    </message>
    <message>
        <source>The result of {label} did not arrive whole.</source>
        <translation>Das Ergebnis von {label} kam nicht vollständig an.</translation>
    </message>
    <message>
        <source>The results of this run are in Recently deleted.</source>
        <translation>Die Ergebnisse dieses Laufs sind im Papierkorb.</translation>
    </message>
    <message>
        <source>The run ended without a text.</source>
        <translation>Der Lauf endete ohne Text.</translation>
    </message>
    <message>
        <source>The run starts only with a limit of its own, which is held for it.</source>
        <translation>Der Lauf beginnt nur mit einem eigenen Limit, das für ihn vorgemerkt wird.</translation>
    </message>
    <message>
        <source>The run {generation_id} is not part of this comparison.</source>
        <translation>Der Lauf {generation_id} gehört nicht zu diesem Vergleich.</translation>
    </message>
    <message>
        <source>The run {item_id} has no results.</source>
        <translation>Der Lauf {item_id} hat keine Ergebnisse.</translation>
    </message>
    <message>
        <source>The safety filter blocked this prompt</source>
        <translation>Der Sicherheitsfilter hat diesen Prompt blockiert</translation>
    </message>
    <message>
        <source>The safety filter blocked this prompt.</source>
        <translation>Der Sicherheitsfilter hat diesen Prompt blockiert.</translation>
    </message>
    <message>
        <source>The same prompt and seed give the same result.</source>
        <translation>Gleicher Prompt und gleicher Seed ergeben das gleiche Ergebnis.</translation>
    </message>
    <message>
        <source>The same seed makes similar answers likelier.</source>
        <translation>Der gleiche Seed macht ähnliche Antworten wahrscheinlicher.</translation>
    </message>
    <message>
        <source>The sample renderer stopped.</source>
        <translation>Die Beispielerzeugung wurde beendet.</translation>
    </message>
    <message>
        <source>The schema for the answer is not a JSON object.</source>
        <translation>Das Schema für die Antwort ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>The script is spoken in {count} parts, each priced, and joined into one sound.</source>
        <translation>Das Skript wird in {count} Teilen gesprochen, jeder mit Preis, und zu einem Ton verbunden.</translation>
    </message>
    <message>
        <source>The settings folder cannot be written; the next start opens the earlier library.</source>
        <translation>Der Einstellungsordner ist nicht beschreibbar; der nächste Start öffnet die frühere Bibliothek.</translation>
    </message>
    <message>
        <source>The stored key “{key_name}” for {provider} cannot be opened.</source>
        <translation>Der gespeicherte Schlüssel „{key_name}“ für {provider} lässt sich nicht öffnen.</translation>
    </message>
    <message>
        <source>The sum of a day</source>
        <translation>Die Summe eines Tages</translation>
    </message>
    <message>
        <source>The system keyring did not answer within {timeout_s} s.</source>
        <translation>Der Schlüsselbund des Systems antwortete nicht innerhalb von {timeout_s} s.</translation>
    </message>
    <message>
        <source>The system keyring did not keep the secret.</source>
        <translation>Der Schlüsselbund des Systems hat das Geheimnis nicht behalten.</translation>
    </message>
    <message>
        <source>The system keyring is turned off.</source>
        <translation>Der Schlüsselbund des Systems ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>The system keyring no longer holds its half of the key.</source>
        <translation>Der Schlüsselbund des Systems hat seine Hälfte des Schlüssels nicht mehr.</translation>
    </message>
    <message>
        <source>The system keyring no longer holds the key of this library.</source>
        <translation>Der Schlüsselbund des Systems hat den Schlüssel dieser Bibliothek nicht mehr.</translation>
    </message>
    <message>
        <source>The system keyring refused ({failures}).</source>
        <translation>Der Schlüsselbund des Systems lehnte ab ({failures}).</translation>
    </message>
    <message>
        <source>The system says what finished, failed, has to be settled or nears a budget.</source>
        <translation>Das System meldet, was fertig oder fehlgeschlagen ist, zu klären ist oder sich einem Budget nähert.</translation>
    </message>
    <message>
        <source>The table of prompts cannot be read: {error}.</source>
        <translation>Die Prompttabelle lässt sich nicht lesen: {error}.</translation>
    </message>
    <message>
        <source>The test lists models and costs nothing.</source>
        <translation>Der Test listet Modelle auf und kostet nichts.</translation>
    </message>
    <message>
        <source>The text does not say who speaks first.</source>
        <translation>Der Text sagt nicht, wer zuerst spricht.</translation>
    </message>
    <message>
        <source>The text so far is kept.</source>
        <translation>Der bisherige Text bleibt.</translation>
    </message>
    <message>
        <source>The text that came is kept.</source>
        <translation>Der angekommene Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>The thinking budget must be smaller than the longest answer.</source>
        <translation>Das Denkbudget muss kleiner sein als die längste Antwort.</translation>
    </message>
    <message>
        <source>The thumbnails were cleared. Each is made again when it is shown.</source>
        <translation>Die Vorschaubilder wurden gelöscht. Jedes entsteht beim Anzeigen neu.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Die beiden Passphrasen sind nicht gleich.</translation>
    </message>
    <message>
        <source>The value of the header {name} is empty, too long or holds odd characters.</source>
        <translation>Der Wert des Headers {name} ist leer, zu lang oder enthält ungewöhnliche Zeichen.</translation>
    </message>
    <message>
        <source>The {budget} says no: {why} This run may cost {wanted}.</source>
        <translation>{budget} lehnt ab: {why} Dieser Lauf kann {wanted} kosten.</translation>
    </message>
    <message>
        <source>The {budget} says no: {why} Together these {count} runs may cost {wanted}.</source>
        <translation>{budget} lehnt ab: {why} Zusammen können diese {count} Läufe {wanted} kosten.</translation>
    </message>
    <message>
        <source>The {label} is used up.</source>
        <translation>{label}: aufgebraucht.</translation>
    </message>
    <message>
        <source>The {label} refused these {run_count} runs: {left}, together they may cost {wanted}. Nothing was sent.</source>
        <translation>{label} hat diese {run_count} Läufe abgelehnt: {left}, zusammen können sie {wanted} kosten. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The {label} refused this run: {left}, the run may cost {wanted}. Nothing was sent.</source>
        <translation>{label} hat diesen Lauf abgelehnt: {left}, der Lauf kann {wanted} kosten. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>The {label} was passed by a one-time exception.</source>
        <translation>{label} wurde einmalig überschritten.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>There are no projects.</source>
        <translation>Es gibt keine Projekte.</translation>
    </message>
    <message>
        <source>There is a library in {path} already.</source>
        <translation>In {path} ist schon eine Bibliothek.</translation>
    </message>
    <message>
        <source>There is a preset “{name}” already.</source>
        <translation>Eine Vorlage „{name}“ gibt es schon.</translation>
    </message>
    <message>
        <source>There is a view “{name}” already.</source>
        <translation>Eine Ansicht „{name}“ gibt es schon.</translation>
    </message>
    <message>
        <source>There is already a project “{name}”.</source>
        <translation>Ein Projekt „{name}“ gibt es schon.</translation>
    </message>
    <message>
        <source>There is no attempt {attempt_id}.</source>
        <translation>Es gibt keinen Versuch {attempt_id}.</translation>
    </message>
    <message>
        <source>There is no batch “{name}”.</source>
        <translation>Es gibt keinen Stapel „{name}“.</translation>
    </message>
    <message>
        <source>There is no comparison {id}.</source>
        <translation>Es gibt keinen Vergleich {id}.</translation>
    </message>
    <message>
        <source>There is no credit left at {label}.</source>
        <translation>Bei {label} ist kein Guthaben mehr.</translation>
    </message>
    <message>
        <source>There is no file “{source}”.</source>
        <translation>Es gibt keine Datei „{source}“.</translation>
    </message>
    <message>
        <source>There is no folder {parent}.</source>
        <translation>Es gibt keinen Ordner {parent}.</translation>
    </message>
    <message>
        <source>There is no generation {generation_id}.</source>
        <translation>Es gibt keinen Lauf {generation_id}.</translation>
    </message>
    <message>
        <source>There is no item {asset_id}.</source>
        <translation>Es gibt kein Objekt {asset_id}.</translation>
    </message>
    <message>
        <source>There is no library in {folder}.</source>
        <translation>In {folder} ist keine Bibliothek.</translation>
    </message>
    <message>
        <source>There is no library in {library_dir}.</source>
        <translation>In {library_dir} ist keine Bibliothek.</translation>
    </message>
    <message>
        <source>There is no mediadesk library in this folder.</source>
        <translation>In diesem Ordner ist keine mediadesk-Bibliothek.</translation>
    </message>
    <message>
        <source>There is no picture to show.</source>
        <translation>Es gibt kein Bild zu zeigen.</translation>
    </message>
    <message>
        <source>There is no preset “{name}”.</source>
        <translation>Es gibt keine Vorlage „{name}“.</translation>
    </message>
    <message>
        <source>There is no project {project_id}.</source>
        <translation>Es gibt kein Projekt {project_id}.</translation>
    </message>
    <message>
        <source>There is no project “{name_or_id}”.</source>
        <translation>Es gibt kein Projekt „{name_or_id}“.</translation>
    </message>
    <message>
        <source>There is no prompt to run.</source>
        <translation>Es gibt keinen Prompt zum Ausführen.</translation>
    </message>
    <message>
        <source>There is no provider “{provider_id}” here.</source>
        <translation>Einen Anbieter „{provider_id}“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>There is no run {item_id}.</source>
        <translation>Es gibt keinen Lauf {item_id}.</translation>
    </message>
    <message>
        <source>There is no setting “{key}”.</source>
        <translation>Es gibt keine Einstellung „{key}“.</translation>
    </message>
    <message>
        <source>There is no such model.</source>
        <translation>Ein solches Modell gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no time zone “{name}” on this computer.</source>
        <translation>Auf diesem Computer gibt es keine Zeitzone „{name}“.</translation>
    </message>
    <message>
        <source>There is no time zone “{zone}” on this computer.</source>
        <translation>Auf diesem Computer gibt es keine Zeitzone „{zone}“.</translation>
    </message>
    <message>
        <source>There is nothing to settle about this job.</source>
        <translation>An diesem Auftrag ist nichts zu klären.</translation>
    </message>
    <message>
        <source>There is space again; jobs go on.</source>
        <translation>Es ist wieder Platz; Aufträge gehen weiter.</translation>
    </message>
    <message>
        <source>There is too little free space for the reserve. Free some first.</source>
        <translation>Für die Reserve ist zu wenig Platz frei. Zuerst Platz schaffen.</translation>
    </message>
    <message>
        <source>These runs</source>
        <translation>Diese Läufe</translation>
    </message>
    <message>
        <source>These {count} runs go {amount} over the budget</source>
        <translation>Diese {count} Läufe gehen {amount} über das Budget</translation>
    </message>
    <message>
        <source>They stay as they are.</source>
        <translation>Sie bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Think aloud</source>
        <translation>Laut denken</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>Nachdenken</translation>
    </message>
    <message>
        <source>Thinking budget</source>
        <translation>Denkbudget</translation>
    </message>
    <message>
        <source>This computer has no keyring that can be trusted.</source>
        <translation>Dieser Computer hat keinen vertrauenswürdigen Schlüsselbund.</translation>
    </message>
    <message>
        <source>This does not look like an API key.</source>
        <translation>Das sieht nicht nach einem API-Schlüssel aus.</translation>
    </message>
    <message>
        <source>This entry belongs to no call.</source>
        <translation>Dieser Eintrag gehört zu keinem Aufruf.</translation>
    </message>
    <message>
        <source>This file cannot be played here.</source>
        <translation>Diese Datei lässt sich hier nicht abspielen.</translation>
    </message>
    <message>
        <source>This group is right</source>
        <translation>Diese Gruppe stimmt</translation>
    </message>
    <message>
        <source>This is a PDF document. Export it to read it.</source>
        <translation>Das ist ein PDF-Dokument. Zum Lesen exportieren.</translation>
    </message>
    <message>
        <source>This is not a stored model.</source>
        <translation>Das ist kein gespeichertes Modell.</translation>
    </message>
    <message>
        <source>This is the last everyday way to open the library.</source>
        <translation>Das ist der letzte alltägliche Weg, die Bibliothek zu öffnen.</translation>
    </message>
    <message>
        <source>This item</source>
        <translation>Dieses Objekt</translation>
    </message>
    <message>
        <source>This item is not a text.</source>
        <translation>Dieses Objekt ist kein Text.</translation>
    </message>
    <message>
        <source>This job does not wait any more.</source>
        <translation>Dieser Auftrag wartet nicht mehr.</translation>
    </message>
    <message>
        <source>This job does not wait for a time.</source>
        <translation>Dieser Auftrag wartet nicht auf eine Zeit.</translation>
    </message>
    <message>
        <source>This job was sent again already.</source>
        <translation>Dieser Auftrag wurde schon noch einmal gesendet.</translation>
    </message>
    <message>
        <source>This key is also used by {names}.</source>
        <translation>Diesen Schlüssel benutzt auch {names}.</translation>
    </message>
    <message>
        <source>This key may not use the model.</source>
        <translation>Dieser Schlüssel darf das Modell nicht benutzen.</translation>
    </message>
    <message>
        <source>This library</source>
        <translation>Diese Bibliothek</translation>
    </message>
    <message>
        <source>This library cannot be opened</source>
        <translation>Diese Bibliothek lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>This library cannot be written</source>
        <translation>Diese Bibliothek ist nicht beschreibbar</translation>
    </message>
    <message>
        <source>This library does not use the system keyring.</source>
        <translation>Diese Bibliothek benutzt den Schlüsselbund des Systems nicht.</translation>
    </message>
    <message>
        <source>This library has no passphrase.</source>
        <translation>Diese Bibliothek hat keine Passphrase.</translation>
    </message>
    <message>
        <source>This library is busy</source>
        <translation>Diese Bibliothek ist beschäftigt</translation>
    </message>
    <message>
        <source>This library is damaged</source>
        <translation>Diese Bibliothek ist beschädigt</translation>
    </message>
    <message>
        <source>This library is not the one that was last open on this computer: {reason}.</source>
        <translation>Diese Bibliothek ist nicht die zuletzt auf diesem Computer geöffnete: {reason}.</translation>
    </message>
    <message>
        <source>This library is not yours alone</source>
        <translation>Diese Bibliothek gehört nicht allein diesem Benutzerkonto</translation>
    </message>
    <message>
        <source>This library is older than the one last opened here</source>
        <translation>Diese Bibliothek ist älter als die hier zuletzt geöffnete</translation>
    </message>
    <message>
        <source>This library needs a newer mediadesk</source>
        <translation>Diese Bibliothek braucht ein neueres mediadesk</translation>
    </message>
    <message>
        <source>This looks like a key of {provider}.</source>
        <translation>Das sieht nach einem Schlüssel von {provider} aus.</translation>
    </message>
    <message>
        <source>This model has no parameter “{name}”.</source>
        <translation>Dieses Modell hat keinen Parameter „{name}“.</translation>
    </message>
    <message>
        <source>This model is made by {value}, but the {label} account is for {names}.</source>
        <translation>Dieses Modell wird von {value} ausgeführt, aber das Konto von {label} ist für {names}.</translation>
    </message>
    <message>
        <source>This model is no longer offered</source>
        <translation>Dieses Modell wird nicht mehr angeboten</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>This price cannot be used.</source>
        <translation>Dieser Preis ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>This price is negative or too large.</source>
        <translation>Dieser Preis ist negativ oder zu groß.</translation>
    </message>
    <message>
        <source>This price is nothing at all.</source>
        <translation>Dieser Preis ist gar nichts.</translation>
    </message>
    <message>
        <source>This recovery code does not open this library.</source>
        <translation>Dieser Wiederherstellungscode öffnet diese Bibliothek nicht.</translation>
    </message>
    <message>
        <source>This result</source>
        <translation>Dieses Ergebnis</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>Dieser Lauf</translation>
    </message>
    <message>
        <source>This run failed</source>
        <translation>Dieser Lauf ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>This run goes {amount} over the budget</source>
        <translation>Dieser Lauf geht {amount} über das Budget</translation>
    </message>
    <message>
        <source>This run may cost {format_usd}, more than its limit of {format_usd2}. Nothing was sent.</source>
        <translation>Dieser Lauf kann {format_usd} kosten, mehr als sein Limit von {format_usd2}. Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>This video uses a format that cannot be shown here.</source>
        <translation>Dieses Video hat ein Format, das hier nicht gezeigt werden kann.</translation>
    </message>
    <message>
        <source>This was stopped after it had been sent; what it cost is not known.</source>
        <translation>Dies wurde nach dem Senden gestoppt; die Kosten sind nicht bekannt.</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Throw-away library</source>
        <translation>Bibliothek zum Wegwerfen</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>Vorschaubilder</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Time or day</source>
        <translation>Zeit oder Tag</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>To be sure you have it, type groups {asked}</source>
        <translation>Zur Kontrolle die Gruppen {asked} eingeben</translation>
    </message>
    <message>
        <source>To enter: {amount} in all.</source>
        <translation>Einzutragen: {amount} insgesamt.</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>Zu klären</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>Heute {time}</translation>
    </message>
    <message>
        <source>Together the parts are larger than 512 MB.</source>
        <translation>Zusammen sind die Teile größer als 512 MB.</translation>
    </message>
    <message>
        <source>Together the parts are larger than a WAV file can be.</source>
        <translation>Zusammen sind die Teile größer, als eine WAV-Datei sein kann.</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>Zu viele Anfragen</translation>
    </message>
    <message>
        <source>Too many requests.</source>
        <translation>Zu viele Anfragen.</translation>
    </message>
    <message>
        <source>Too short</source>
        <translation>Zu kurz</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Top A</source>
        <translation>Top A</translation>
    </message>
    <message>
        <source>Top K</source>
        <translation>Top K</translation>
    </message>
    <message>
        <source>Top P</source>
        <translation>Top P</translation>
    </message>
    <message>
        <source>Top k</source>
        <translation>Top k</translation>
    </message>
    <message>
        <source>Top p</source>
        <translation>Top p</translation>
    </message>
    <message>
        <source>Top up at the provider, or use another model</source>
        <translation>Beim Anbieter aufladen oder ein anderes Modell benutzen</translation>
    </message>
    <message>
        <source>Top up at the provider.</source>
        <translation>Beim Anbieter aufladen.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Total: {words}</source>
        <translation>Summe: {words}</translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation>Durchsichtig</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Trust one more authority</source>
        <translation>Einer weiteren Zertifizierungsstelle vertrauen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try again after a failure</source>
        <translation>Nach einem Fehler erneut versuchen</translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation>In ein paar Minuten erneut versuchen.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Später erneut versuchen.</translation>
    </message>
    <message>
        <source>Try again, or choose another model.</source>
        <translation>Erneut versuchen oder ein anderes Modell auswählen.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Erneut versuchen.</translation>
    </message>
    <message>
        <source>Try another model with the same prompt and settings</source>
        <translation>Ein anderes Modell mit gleichem Prompt und gleichen Einstellungen versuchen</translation>
    </message>
    <message>
        <source>Try fewer words or filters.</source>
        <translation>Weniger Wörter oder Filter versuchen.</translation>
    </message>
    <message>
        <source>Try it again.</source>
        <translation>Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Try it offline</source>
        <translation>Offline ausprobieren</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Turn off “Work offline” in the settings, Network.</source>
        <translation>„Offline arbeiten“ in den Einstellungen unter Netzwerk ausschalten.</translation>
    </message>
    <message>
        <source>Two results in one</source>
        <translation>Zwei Ergebnisse in einem</translation>
    </message>
    <message>
        <source>Two speakers need two different names.</source>
        <translation>Zwei Stimmen brauchen zwei verschiedene Namen.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Type it anew, as UTF-8.</source>
        <translation>Neu eingeben, als UTF-8.</translation>
    </message>
    <message>
        <source>Type it once more</source>
        <translation>Noch einmal eingeben</translation>
    </message>
    <message>
        <source>Type of the proxy</source>
        <translation>Art des Proxys</translation>
    </message>
    <message>
        <source>Type one.</source>
        <translation>Eines eingeben.</translation>
    </message>
    <message>
        <source>Type the address of the endpoint first.</source>
        <translation>Zuerst die Adresse des Endpunkts eingeben.</translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation>Die Passphrase eingeben.</translation>
    </message>
    <message>
        <source>Type the recovery key.</source>
        <translation>Den Wiederherstellungsschlüssel eingeben.</translation>
    </message>
    <message>
        <source>Types</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>Typical time</source>
        <translation>Übliche Dauer</translation>
    </message>
    <message>
        <source>US dollars {unit_words}</source>
        <translation>US-Dollar {unit_words}</translation>
    </message>
    <message>
        <source>USD {unit_words}</source>
        <translation>USD {unit_words}</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Underlined: only in 2, {name}</source>
        <translation>Unterstrichen: nur in 2, {name}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undone: {label}.</source>
        <translation>Rückgängig gemacht: {label}.</translation>
    </message>
    <message>
        <source>Unfold the history</source>
        <translation>Verlauf ausklappen</translation>
    </message>
    <message>
        <source>Unfolded</source>
        <translation>Ausgeklappt</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Unlock it first.</source>
        <translation>Zuerst entsperren.</translation>
    </message>
    <message>
        <source>Unlock it with the keyring or recovery code.</source>
        <translation>Mit dem Schlüsselbund oder dem Wiederherstellungscode entsperren.</translation>
    </message>
    <message>
        <source>Unlock with keyring</source>
        <translation>Mit Schlüsselbund entsperren</translation>
    </message>
    <message>
        <source>Unlock with the passphrase or the recovery code.</source>
        <translation>Mit der Passphrase oder dem Wiederherstellungscode entsperren.</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>Wird entsperrt</translation>
    </message>
    <message>
        <source>Up to 4 texts, one a line; the answer ends before any of them.</source>
        <translation>Bis zu 4 Texte, einer pro Zeile; die Antwort endet vor jedem davon.</translation>
    </message>
    <message>
        <source>Up to 5 texts, one a line; the answer ends before any of them.</source>
        <translation>Bis zu 5 Texte, einer pro Zeile; die Antwort endet vor jedem davon.</translation>
    </message>
    <message>
        <source>Up to {amount} may be billed.</source>
        <translation>Bis zu {amount} können berechnet werden.</translation>
    </message>
    <message>
        <source>Up to {count} times</source>
        <translation>Bis zu {count}-mal</translation>
    </message>
    <message>
        <source>Uploading</source>
        <translation>Wird hochgeladen</translation>
    </message>
    <message>
        <source>Uploading an input failed: {label} {why}. Nothing was charged.</source>
        <translation>Das Hochladen einer Eingabe ist fehlgeschlagen: {label} {why}. Nichts wurde berechnet.</translation>
    </message>
    <message>
        <source>Upscale</source>
        <translation>Hochskalieren</translation>
    </message>
    <message>
        <source>Usage file of a provider</source>
        <translation>Nutzungsdatei eines Anbieters</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Benutzen</translation>
    </message>
    <message>
        <source>Use ISO 8601, or seconds since 1970.</source>
        <translation>ISO 8601 oder Sekunden seit 1970 benutzen.</translation>
    </message>
    <message>
        <source>Use MP3.</source>
        <translation>MP3 benutzen.</translation>
    </message>
    <message>
        <source>Use PNG, JPEG, WebP, GIF, AVIF, MP4, WebM, MP3, WAV, OGG, FLAC, PDF or plain text.</source>
        <translation>PNG, JPEG, WebP, GIF, AVIF, MP4, WebM, MP3, WAV, OGG, FLAC, PDF oder reinen Text benutzen.</translation>
    </message>
    <message>
        <source>Use a library of your own, or change its owner.</source>
        <translation>Eine eigene Bibliothek benutzen oder ihren Besitzer ändern.</translation>
    </message>
    <message>
        <source>Use a library of your own.</source>
        <translation>Eine eigene Bibliothek benutzen.</translation>
    </message>
    <message>
        <source>Use a new seed each time</source>
        <translation>Jedes Mal einen neuen Seed benutzen</translation>
    </message>
    <message>
        <source>Use a passphrase instead.</source>
        <translation>Stattdessen eine Passphrase benutzen.</translation>
    </message>
    <message>
        <source>Use a picture.</source>
        <translation>Ein Bild benutzen.</translation>
    </message>
    <message>
        <source>Use a smaller file</source>
        <translation>Eine kleinere Datei benutzen</translation>
    </message>
    <message>
        <source>Use a smaller input.</source>
        <translation>Eine kleinere Eingabe benutzen.</translation>
    </message>
    <message>
        <source>Use a smaller or another file.</source>
        <translation>Eine kleinere oder andere Datei benutzen.</translation>
    </message>
    <message>
        <source>Use another host</source>
        <translation>Einen anderen Host benutzen</translation>
    </message>
    <message>
        <source>Use another model</source>
        <translation>Anderes Modell benutzen</translation>
    </message>
    <message>
        <source>Use as default</source>
        <translation>Als Standard benutzen</translation>
    </message>
    <message>
        <source>Use as input</source>
        <translation>Als Eingabe benutzen</translation>
    </message>
    <message>
        <source>Use as input (U)</source>
        <translation>Als Eingabe benutzen (U)</translation>
    </message>
    <message>
        <source>Use as project picture</source>
        <translation>Als Projektbild benutzen</translation>
    </message>
    <message>
        <source>Use at most {LONGEST_NAME} characters.</source>
        <translation>Höchstens {LONGEST_NAME} Zeichen benutzen.</translation>
    </message>
    <message>
        <source>Use at most {LONGEST_NOTE} characters.</source>
        <translation>Höchstens {LONGEST_NOTE} Zeichen benutzen.</translation>
    </message>
    <message>
        <source>Use at most {max_length} characters.</source>
        <translation>Höchstens {max_length} Zeichen benutzen.</translation>
    </message>
    <message>
        <source>Use at most {maximum_bytes} MB.</source>
        <translation>Höchstens {maximum_bytes} MB benutzen.</translation>
    </message>
    <message>
        <source>Use for example 1024 × 640 or 3840 × 2160.</source>
        <translation>Zum Beispiel 1024 × 640 oder 3840 × 2160 benutzen.</translation>
    </message>
    <message>
        <source>Use frame as input</source>
        <translation>Einzelbild als Eingabe</translation>
    </message>
    <message>
        <source>Use its id.</source>
        <translation>Die Kennung benutzen.</translation>
    </message>
    <message>
        <source>Use keyring</source>
        <translation>Schlüsselbund benutzen</translation>
    </message>
    <message>
        <source>Use letters, digits and hyphens.</source>
        <translation>Verwenden Sie Buchstaben, Ziffern und Bindestriche.</translation>
    </message>
    <message>
        <source>Use multiples of 16, for example 2048 × 1152.</source>
        <translation>Vielfache von 16 benutzen, zum Beispiel 2048 × 1152.</translation>
    </message>
    <message>
        <source>Use one like Europe/London.</source>
        <translation>Eine wie Europe/London benutzen.</translation>
    </message>
    <message>
        <source>Use one like UTC.</source>
        <translation>Eine wie UTC benutzen.</translation>
    </message>
    <message>
        <source>Use one of: {known}.</source>
        <translation>Eines davon benutzen: {known}.</translation>
    </message>
    <message>
        <source>Use passphrase</source>
        <translation>Passphrase benutzen</translation>
    </message>
    <message>
        <source>Use plain letters, digits and signs.</source>
        <translation>Verwenden Sie einfache Buchstaben, Ziffern und Zeichen.</translation>
    </message>
    <message>
        <source>Use recovery key</source>
        <translation>Wiederherstellungsschlüssel benutzen</translation>
    </message>
    <message>
        <source>Use sample provider</source>
        <translation>Beispielanbieter benutzen</translation>
    </message>
    <message>
        <source>Use smaller inputs.</source>
        <translation>Kleinere Eingaben benutzen.</translation>
    </message>
    <message>
        <source>Use the listed price of {label}</source>
        <translation>Den Listenpreis von {label} benutzen</translation>
    </message>
    <message>
        <source>Use the mask</source>
        <translation>Maske benutzen</translation>
    </message>
    <message>
        <source>Use the new prompt</source>
        <translation>Den neuen Prompt benutzen</translation>
    </message>
    <message>
        <source>Use the recovery code.</source>
        <translation>Den Wiederherstellungscode benutzen.</translation>
    </message>
    <message>
        <source>Use these keys</source>
        <translation>Diese Tasten benutzen</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>Dieses Modell benutzen</translation>
    </message>
    <message>
        <source>Use this price</source>
        <translation>Diesen Preis benutzen</translation>
    </message>
    <message>
        <source>Use true or false.</source>
        <translation>true oder false benutzen.</translation>
    </message>
    <message>
        <source>Use up to 3:1.</source>
        <translation>Höchstens 3:1 benutzen.</translation>
    </message>
    <message>
        <source>Use what is selected as input</source>
        <translation>Auswahl als Eingabe benutzen</translation>
    </message>
    <message>
        <source>Use {join}.</source>
        <translation>{join} benutzen.</translation>
    </message>
    <message>
        <source>Use {plain} or less.</source>
        <translation>{plain} oder weniger benutzen.</translation>
    </message>
    <message>
        <source>Use {plain} or more.</source>
        <translation>{plain} oder mehr benutzen.</translation>
    </message>
    <message>
        <source>Use {plain} to {plain2}.</source>
        <translation>{plain} bis {plain2} benutzen.</translation>
    </message>
    <message>
        <source>Use {replaced_by}.</source>
        <translation>{replaced_by} benutzen.</translation>
    </message>
    <message>
        <source>Use “{model}”</source>
        <translation>„{model}“ benutzen</translation>
    </message>
    <message>
        <source>Use: {allowed}.</source>
        <translation>Möglich: {allowed}.</translation>
    </message>
    <message>
        <source>Use: {known}.</source>
        <translation>Möglich: {known}.</translation>
    </message>
    <message>
        <source>Used up</source>
        <translation>Aufgebraucht</translation>
    </message>
    <message>
        <source>Used {inside}</source>
        <translation>Benutzt {inside}</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>User mark</source>
        <translation>Benutzerkennung</translation>
    </message>
    <message>
        <source>User of the proxy</source>
        <translation>Benutzer des Proxys</translation>
    </message>
    <message>
        <source>Uses the key of {words}.</source>
        <translation>Benutzt den Schlüssel von {words}.</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Üblich</translation>
    </message>
    <message>
        <source>Usually</source>
        <translation>Üblicherweise</translation>
    </message>
    <message>
        <source>Values of setting {number}</source>
        <translation>Werte der Einstellung {number}</translation>
    </message>
    <message>
        <source>Values with commas between</source>
        <translation>Werte mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>Vary fewer settings.</source>
        <translation>Weniger Einstellungen variieren.</translation>
    </message>
    <message>
        <source>Vary settings</source>
        <translation>Einstellungen variieren</translation>
    </message>
    <message>
        <source>Verse</source>
        <translation>Verse</translation>
    </message>
    <message>
        <source>Very strong</source>
        <translation>Sehr stark</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Video in</source>
        <translation>Video als Eingabe</translation>
    </message>
    <message>
        <source>Video player</source>
        <translation>Videospieler</translation>
    </message>
    <message>
        <source>Video to change</source>
        <translation>Zu änderndes Video</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Viewer background</source>
        <translation>Hintergrund der Anzeige</translation>
    </message>
    <message>
        <source>Viewer background: {ground}</source>
        <translation>Hintergrund der Anzeige: {ground}</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>Volume (Up, Down)</source>
        <translation>Lautstärke (Auf, Ab)</translation>
    </message>
    <message>
        <source>Wait a little, or use another model</source>
        <translation>Etwas warten oder ein anderes Modell benutzen</translation>
    </message>
    <message>
        <source>Wait a moment</source>
        <translation>Einen Augenblick</translation>
    </message>
    <message>
        <source>Wait and try again.</source>
        <translation>Warten und erneut versuchen.</translation>
    </message>
    <message>
        <source>Wait for an answer</source>
        <translation>Auf eine Antwort warten</translation>
    </message>
    <message>
        <source>Wait for it, or cancel it.</source>
        <translation>Darauf warten oder abbrechen.</translation>
    </message>
    <message>
        <source>Wait until it has finished and try again.</source>
        <translation>Warten, bis er fertig ist, und erneut versuchen.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Waiting in the sample queue</source>
        <translation>Wartet in der Schlange des Beispielanbieters</translation>
    </message>
    <message>
        <source>Waiting {time} before the next try</source>
        <translation>Wartet {time} bis zum nächsten Versuch</translation>
    </message>
    <message>
        <source>Waits for a free slot.</source>
        <translation>Wartet auf einen freien Platz.</translation>
    </message>
    <message>
        <source>Waits for the next start.</source>
        <translation>Wartet auf den nächsten Start.</translation>
    </message>
    <message>
        <source>Warm</source>
        <translation>Warm</translation>
    </message>
    <message>
        <source>Warm pad, distant bells</source>
        <translation>Warme Fläche, ferne Glocken</translation>
    </message>
    <message>
        <source>Warn at</source>
        <translation>Warnen bei</translation>
    </message>
    <message>
        <source>Warn at {percent}%, {amount}</source>
        <translation>Warnen bei {percent} %, {amount}</translation>
    </message>
    <message>
        <source>Warn at: {what}</source>
        <translation>Warnen bei: {what}</translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation>Wellenform</translation>
    </message>
    <message>
        <source>WebP</source>
        <translation>WebP</translation>
    </message>
    <message>
        <source>Webp</source>
        <translation>WebP</translation>
    </message>
    <message>
        <source>Week of {day}</source>
        <translation>Woche vom {day}</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Begrüßung</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was sich unterscheidet</translation>
    </message>
    <message>
        <source>What differs between both texts</source>
        <translation>Was beide Texte unterscheidet</translation>
    </message>
    <message>
        <source>What file and ledger say</source>
        <translation>Was Datei und Kontobuch sagen</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Was passt</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>What is kept there</source>
        <translation>Was dort aufbewahrt wird</translation>
    </message>
    <message>
        <source>What is known of the job</source>
        <translation>Was über den Auftrag bekannt ist</translation>
    </message>
    <message>
        <source>What is left of the budget</source>
        <translation>Was vom Budget übrig ist</translation>
    </message>
    <message>
        <source>What leaves this computer</source>
        <translation>Was diesen Computer verlässt</translation>
    </message>
    <message>
        <source>What leaves this computer, and who can open the library.</source>
        <translation>Was diesen Computer verlässt und wer die Bibliothek öffnen kann.</translation>
    </message>
    <message>
        <source>What runs with the key “{name}” left there. Results in the library stay when it is deleted.</source>
        <translation>Was Läufe mit dem Schlüssel „{name}“ dort hinterlassen haben. Ergebnisse in der Bibliothek bleiben beim Löschen erhalten.</translation>
    </message>
    <message>
        <source>What shall not be seen.</source>
        <translation>Was nicht zu sehen sein soll.</translation>
    </message>
    <message>
        <source>What takes the space</source>
        <translation>Was den Platz belegt</translation>
    </message>
    <message>
        <source>What to do with the video to change.</source>
        <translation>Was mit dem zu ändernden Video geschehen soll.</translation>
    </message>
    <message>
        <source>What to paint, if not what the prompt says.</source>
        <translation>Was gemalt werden soll, wenn nicht das, was der Prompt sagt.</translation>
    </message>
    <message>
        <source>What usually helps</source>
        <translation>Was meistens hilft</translation>
    </message>
    <message>
        <source>What was sent is free: cancelling costs nothing.</source>
        <translation>Was gesendet wurde, ist kostenlos: Abbrechen kostet nichts.</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Was sich ändern würde</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>When the price is not known</source>
        <translation>Wenn der Preis nicht bekannt ist</translation>
    </message>
    <message>
        <source>Where it is never allowed, nothing is sent until you raise the budget.</source>
        <translation>Wo es nie erlaubt ist, wird nichts gesendet, bis Sie das Budget erhöhen.</translation>
    </message>
    <message>
        <source>Where to make the library</source>
        <translation>Wo die Bibliothek angelegt wird</translation>
    </message>
    <message>
        <source>Whether a summary of the thinking is sent along.</source>
        <translation>Ob eine Zusammenfassung des Nachdenkens mitgesendet wird.</translation>
    </message>
    <message>
        <source>Whether reserved capacity may be used.</source>
        <translation>Ob reservierte Kapazität benutzt werden darf.</translation>
    </message>
    <message>
        <source>Whether the model may also write a few words.</source>
        <translation>Ob das Modell auch ein paar Worte schreiben darf.</translation>
    </message>
    <message>
        <source>Which entries</source>
        <translation>Welche Einträge</translation>
    </message>
    <message>
        <source>Which of OpenAI&apos;s two interfaces for text is used. Both cost the same.</source>
        <translation>Welche der beiden Textschnittstellen von OpenAI benutzt wird. Beide kosten gleich viel.</translation>
    </message>
    <message>
        <source>While the result has the focus</source>
        <translation>Solange das Ergebnis den Fokus hat</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Weiß</translation>
    </message>
    <message>
        <source>Whole library</source>
        <translation>Ganze Bibliothek</translation>
    </message>
    <message>
        <source>Whose days and months count, like Europe/Berlin. Empty: that of this computer.</source>
        <translation>Wessen Tage und Monate zählen, wie Europe/Berlin. Leer: die dieses Computers.</translation>
    </message>
    <message>
        <source>Whose key</source>
        <translation>Wessen Schlüssel</translation>
    </message>
    <message>
        <source>Wide landscape</source>
        <translation>Weite Landschaft</translation>
    </message>
    <message>
        <source>Wide mountain landscape at dawn, layers of mist in the valleys, cold blue air, first light on the ridges</source>
        <translation>Weite Berglandschaft in der Morgendämmerung, Nebelschichten in den Tälern, kalte blaue Luft, erstes Licht auf den Graten</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Window previews show nothing either.</source>
        <translation>Auch Fenstervorschauen zeigen nichts.</translation>
    </message>
    <message>
        <source>Winner</source>
        <translation>Sieger</translation>
    </message>
    <message>
        <source>Winner: {name}</source>
        <translation>Sieger: {name}</translation>
    </message>
    <message>
        <source>With a given video</source>
        <translation>Mit einem gegebenen Video</translation>
    </message>
    <message>
        <source>With a passphrase</source>
        <translation>Mit einer Passphrase</translation>
    </message>
    <message>
        <source>With sound</source>
        <translation>Mit Ton</translation>
    </message>
    <message>
        <source>With this computer’s keyring</source>
        <translation>Mit dem Schlüsselbund dieses Computers</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>Words of the window</source>
        <translation>Texte des Fensters</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Offline arbeiten</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Arbeitet</translation>
    </message>
    <message>
        <source>Working offline.</source>
        <translation>Offline.</translation>
    </message>
    <message>
        <source>Working out the price</source>
        <translation>Der Preis wird ermittelt</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Funktioniert</translation>
    </message>
    <message>
        <source>Works offline, without a key.</source>
        <translation>Funktioniert offline, ohne Schlüssel.</translation>
    </message>
    <message>
        <source>Works. {count} {noun} available.</source>
        <translation>Funktioniert. {count} {noun} verfügbar.</translation>
    </message>
    <message>
        <source>Works. {format_usd} left.</source>
        <translation>Funktioniert. {format_usd} übrig.</translation>
    </message>
    <message>
        <source>Works. {len} {noun} available.</source>
        <translation>Funktioniert. {len} {noun} verfügbar.</translation>
    </message>
    <message>
        <source>Works{free}. The key has no limit of its own.</source>
        <translation>Funktioniert{free}. Der Schlüssel hat kein eigenes Limit.</translation>
    </message>
    <message>
        <source>Would be passed over: {words}</source>
        <translation>Würde übergangen: {words}</translation>
    </message>
    <message>
        <source>Write a prompt and press Ctrl ↵, or start from one of these.</source>
        <translation>Einen Prompt schreiben und Strg ↵ drücken oder hiermit beginnen.</translation>
    </message>
    <message>
        <source>Write a prompt first.</source>
        <translation>Zuerst einen Prompt schreiben.</translation>
    </message>
    <message>
        <source>Write a prompt on the Create page first.</source>
        <translation>Zuerst auf der Seite Erstellen einen Prompt schreiben.</translation>
    </message>
    <message>
        <source>Write a short launch note for a small ceramics studio. Plain and warm, with a care table at the end.</source>
        <translation>Schreibe eine kurze Ankündigung für ein kleines Keramikstudio. Schlicht und warm, am Ende mit einer Pflegetabelle.</translation>
    </message>
    <message>
        <source>Write each like “Name: value”.</source>
        <translation>Schreiben Sie jeden wie „Name: Wert“.</translation>
    </message>
    <message>
        <source>Write it down or keep it in a password manager. It is shown once.</source>
        <translation>Aufschreiben oder in einer Passwortverwaltung aufbewahren. Er wird einmal gezeigt.</translation>
    </message>
    <message>
        <source>Write it like 1.25.</source>
        <translation>Wie 1.25 schreiben.</translation>
    </message>
    <message>
        <source>Write it like fal-ai/flux/dev.</source>
        <translation>Wie fal-ai/flux/dev schreiben.</translation>
    </message>
    <message>
        <source>Write it like http://proxy.example:3128, user and password apart.</source>
        <translation>So schreiben: http://proxy.example:3128, Benutzer und Passwort getrennt.</translation>
    </message>
    <message>
        <source>Write it like https://host/v1.</source>
        <translation>Wie https://host/v1 schreiben.</translation>
    </message>
    <message>
        <source>Write it like {“type”: “object”, …} with straight quotes.</source>
        <translation>Wie {“type”: “object”, …} mit geraden Anführungszeichen schreiben.</translation>
    </message>
    <message>
        <source>Write the address with https://.</source>
        <translation>Die Adresse mit https:// schreiben.</translation>
    </message>
    <message>
        <source>Write the day like 2026-11-23.</source>
        <translation>Den Tag wie 2026-11-23 schreiben.</translation>
    </message>
    <message>
        <source>Write them like {&quot;style&quot;: &quot;vivid&quot;}.</source>
        <translation>Wie {&quot;style&quot;: &quot;vivid&quot;} schreiben.</translation>
    </message>
    <message>
        <source>Write what is to be said, or describe the sound.</source>
        <translation>Schreiben, was gesprochen werden soll, oder den Klang beschreiben.</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreibt</translation>
    </message>
    <message>
        <source>Written for</source>
        <translation>Geschrieben für</translation>
    </message>
    <message>
        <source>Xhigh</source>
        <translation>Sehr hoch</translation>
    </message>
    <message>
        <source>Year, month, day: 2026-11-23</source>
        <translation>Jahr, Monat, Tag: 2026-11-23</translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation>Gestern {time}</translation>
    </message>
    <message>
        <source>You type it when mediadesk starts and after it locks.</source>
        <translation>Sie wird beim Start von mediadesk und nach dem Sperren eingegeben.</translation>
    </message>
    <message>
        <source>Young</source>
        <translation>Jung</translation>
    </message>
    <message>
        <source>Your library is empty</source>
        <translation>Die Bibliothek ist leer</translation>
    </message>
    <message>
        <source>Your new recovery key</source>
        <translation>Der neue Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>Your use</source>
        <translation>Eigene Nutzung</translation>
    </message>
    <message>
        <source>Zoom and scroll together or not</source>
        <translation>Gemeinsam zoomen und rollen oder nicht</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>about {count} tokens</source>
        <translation>etwa {count} Token</translation>
    </message>
    <message>
        <source>about {share}</source>
        <translation>etwa {share}</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>noch etwa {time}</translation>
    </message>
    <message>
        <source>about {tokens} tokens</source>
        <translation>etwa {tokens} Token</translation>
    </message>
    <message>
        <source>about {tokens} tokens, {rate} per second</source>
        <translation>etwa {tokens} Token, {rate} pro Sekunde</translation>
    </message>
    <message>
        <source>all time, or this month</source>
        <translation>insgesamt oder in diesem Monat</translation>
    </message>
    <message>
        <source>and {more} more</source>
        <translation>und {more} weitere</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>archivieren</translation>
    </message>
    <message>
        <source>as many as before</source>
        <translation>so viele wie zuvor</translation>
    </message>
    <message>
        <source>asked to wait {time}</source>
        <translation>bat, {time} zu warten</translation>
    </message>
    <message>
        <source>at least {amount}</source>
        <translation>mindestens {amount}</translation>
    </message>
    <message>
        <source>audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>bit/s</source>
        <translation>bit/s</translation>
    </message>
    <message>
        <source>bpm</source>
        <translation>bpm</translation>
    </message>
    <message>
        <source>budget of {subject}</source>
        <translation>Budget von {subject}</translation>
    </message>
    <message>
        <source>close</source>
        <translation>schließen</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>korrigiert</translation>
    </message>
    <message>
        <source>d</source>
        <comment>date</comment>
        <translation>d.</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>date</comment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>date</comment>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <source>ddd d MMMM</source>
        <comment>date</comment>
        <translation>ddd d. MMMM</translation>
    </message>
    <message>
        <source>ddd d MMMM yyyy</source>
        <comment>date</comment>
        <translation>ddd d. MMMM yyyy</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>delete preset</source>
        <translation>Vorlage löschen</translation>
    </message>
    <message>
        <source>delete project</source>
        <translation>Projekt löschen</translation>
    </message>
    <message>
        <source>delete view</source>
        <translation>Ansicht löschen</translation>
    </message>
    <message>
        <source>dot: median, mark: slowest 5%</source>
        <translation>Punkt: Median, Strich: langsamste 5 %</translation>
    </message>
    <message>
        <source>each</source>
        <translation>je</translation>
    </message>
    <message>
        <source>entered by you</source>
        <translation>selbst eingetragen</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>free</source>
        <translation>kostenlos</translation>
    </message>
    <message>
        <source>from {amount}</source>
        <translation>ab {amount}</translation>
    </message>
    <message>
        <source>goes by itself {inside} at the latest</source>
        <translation>verschwindet spätestens {inside} von selbst</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>import</source>
        <translation>importieren</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>in Gebrauch</translation>
    </message>
    <message>
        <source>in {days} days</source>
        <translation>in {days} Tagen</translation>
    </message>
    <message>
        <source>in {month}</source>
        <translation>im {month}</translation>
    </message>
    <message>
        <source>inside budget</source>
        <translation>im Budget</translation>
    </message>
    <message>
        <source>item</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>items</source>
        <translation>Objekte</translation>
    </message>
    <message>
        <source>kept for as long as the provider keeps it</source>
        <translation>bleibt, solange der Anbieter es aufbewahrt</translation>
    </message>
    <message>
        <source>kept until it is deleted</source>
        <translation>bleibt, bis es gelöscht wird</translation>
    </message>
    <message>
        <source>limit for one run of {subject}</source>
        <translation>Limit je Lauf für {subject}</translation>
    </message>
    <message>
        <source>macOS and Windows tell of sleep only: the library locks when they wake.</source>
        <translation>macOS und Windows melden nur das Schlafen: Die Bibliothek wird beim Aufwachen gesperrt.</translation>
    </message>
    <message>
        <source>mediadesk/kek/{kind}/1</source>
        <translation>mediadesk/kek/{kind}/1</translation>
    </message>
    <message>
        <source>mediadesk/{purpose}/{epoch}</source>
        <translation>mediadesk/{purpose}/{epoch}</translation>
    </message>
    <message>
        <source>median {median}, 95% within {slow}</source>
        <translation>Median {median}, 95 % innerhalb von {slow}</translation>
    </message>
    <message>
        <source>monthly budget of {subject}</source>
        <translation>Monatsbudget von {subject}</translation>
    </message>
    <message>
        <source>more than was held</source>
        <translation>mehr als zurückgehalten</translation>
    </message>
    <message>
        <source>move</source>
        <translation>verschieben</translation>
    </message>
    <message>
        <source>narrow</source>
        <translation>eingrenzen</translation>
    </message>
    <message>
        <source>no address yet</source>
        <translation>noch keine Adresse</translation>
    </message>
    <message>
        <source>no budget</source>
        <translation>kein Budget</translation>
    </message>
    <message>
        <source>no calls</source>
        <translation>keine Aufrufe</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>kein Schlüssel</translation>
    </message>
    <message>
        <source>no month to forecast</source>
        <translation>kein Monat für eine Prognose</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>none failed</source>
        <translation>keiner fehlgeschlagen</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>nicht gewählt</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>not listed</source>
        <translation>nicht gelistet</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>nothing is running</source>
        <translation>nichts läuft</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln item(s)</source>
        <translation>
            <numerusform>von %Ln Objekt</numerusform>
            <numerusform>von %Ln Objekten</numerusform>
        </translation>
    </message>
    <message>
        <source>of {limit}</source>
        <translation>von {limit}</translation>
    </message>
    <message>
        <source>of {limit} budget</source>
        <translation>vom Budget {limit}</translation>
    </message>
    <message>
        <source>open another library</source>
        <translation>andere Bibliothek öffnen</translation>
    </message>
    <message>
        <source>over budget</source>
        <translation>über Budget</translation>
    </message>
    <message>
        <source>over the budget</source>
        <translation>über dem Budget</translation>
    </message>
    <message>
        <source>overall budget</source>
        <translation>Gesamtbudget</translation>
    </message>
    <message>
        <source>overall limit for one run</source>
        <translation>Limit je Lauf</translation>
    </message>
    <message>
        <source>overall monthly budget</source>
        <translation>Monatliches Gesamtbudget</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>per image</source>
        <translation>pro Bild</translation>
    </message>
    <message>
        <source>per megapixel</source>
        <translation>pro Megapixel</translation>
    </message>
    <message>
        <source>per megapixel given</source>
        <translation>pro eingegebenem Megapixel</translation>
    </message>
    <message>
        <source>per million cached tokens</source>
        <translation>pro Mio. Token aus dem Cache</translation>
    </message>
    <message>
        <source>per million characters</source>
        <translation>pro Million Zeichen</translation>
    </message>
    <message>
        <source>per million input tokens</source>
        <translation>pro Million Eingabetoken</translation>
    </message>
    <message>
        <source>per million output tokens</source>
        <translation>pro Million Ausgabetoken</translation>
    </message>
    <message>
        <source>per million output tokens beside pictures</source>
        <translation>je Million Ausgabe-Tokens neben Bildern</translation>
    </message>
    <message>
        <source>per million picture tokens</source>
        <translation>pro Million Bildtoken</translation>
    </message>
    <message>
        <source>per million tokens</source>
        <translation>pro Million Token</translation>
    </message>
    <message>
        <source>per million tokens put into a cache</source>
        <translation>pro Mio. Token in den Cache</translation>
    </message>
    <message>
        <source>per minute</source>
        <translation>pro Minute</translation>
    </message>
    <message>
        <source>per result</source>
        <translation>pro Ergebnis</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>pro Sekunde</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>bewerten</translation>
    </message>
    <message>
        <source>rating</source>
        <translation>bewerten</translation>
    </message>
    <message>
        <source>rename</source>
        <translation>umbenennen</translation>
    </message>
    <message>
        <source>rename preset</source>
        <translation>Vorlage umbenennen</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>gemeldet</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>wiederherstellen</translation>
    </message>
    <message>
        <source>run</source>
        <translation>ausführen</translation>
    </message>
    <message>
        <source>save preset</source>
        <translation>Vorlage speichern</translation>
    </message>
    <message>
        <source>save view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>settle it in Activity</source>
        <translation>unter Aktivität klären</translation>
    </message>
    <message>
        <source>since {moment}</source>
        <translation>seit {moment}</translation>
    </message>
    <message>
        <source>speech</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>spent in {month}, {rest}</source>
        <translation>ausgegeben im {month}, {rest}</translation>
    </message>
    <message>
        <source>still {amount} over</source>
        <translation>noch {amount} darüber</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>mit Tags versehen</translation>
    </message>
    <message>
        <source>take out of the archive</source>
        <translation>aus dem Archiv holen</translation>
    </message>
    <message>
        <source>takes part</source>
        <translation>beteiligt</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>true, false</source>
        <translation>true, false</translation>
    </message>
    <message>
        <source>up to {count}</source>
        <translation>bis zu {count}</translation>
    </message>
    <message>
        <source>up to {high}</source>
        <translation>bis zu {high}</translation>
    </message>
    <message>
        <source>up to {price}</source>
        <translation>bis zu {price}</translation>
    </message>
    <message>
        <source>usage file</source>
        <translation>Nutzungsdatei</translation>
    </message>
    <message>
        <source>use</source>
        <translation>benutzen</translation>
    </message>
    <message>
        <source>video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>{VARIABLE} names no certificate that can be read.</source>
        <translation>{VARIABLE} nennt kein lesbares Zertifikat.</translation>
    </message>
    <message>
        <source>{ability}, {models}</source>
        <translation>{ability}, {models}</translation>
    </message>
    <message>
        <source>{action}, {price}</source>
        <translation>{action}, {price}</translation>
    </message>
    <message>
        <source>{agree} agree, {differ} differ, {file} only in the file, {here} only here.</source>
        <translation>{agree} stimmen überein, {differ} weichen ab, {file} nur in der Datei, {here} nur hier.</translation>
    </message>
    <message>
        <source>{amount} after this run</source>
        <translation>{amount} nach diesem Lauf</translation>
    </message>
    <message>
        <source>{amount} and {count} not known</source>
        <translation>{amount} und {count} nicht bekannt</translation>
    </message>
    <message>
        <source>{amount} expected by {short_day} ({amount2} to {amount3}).</source>
        <translation>{amount} bis {short_day} erwartet ({amount2} bis {amount3}).</translation>
    </message>
    <message>
        <source>{amount} free</source>
        <translation>{amount} frei</translation>
    </message>
    <message>
        <source>{amount} held</source>
        <translation>{amount} zurückgehalten</translation>
    </message>
    <message>
        <source>{amount} held for 1 job</source>
        <translation>{amount} für 1 Auftrag zurückgehalten</translation>
    </message>
    <message>
        <source>{amount} held for {count} jobs</source>
        <translation>{amount} für {count} Aufträge zurückgehalten</translation>
    </message>
    <message>
        <source>{amount} in total</source>
        <translation>{amount} insgesamt</translation>
    </message>
    <message>
        <source>{amount} left</source>
        <translation>{amount} übrig</translation>
    </message>
    <message>
        <source>{amount} of the budget</source>
        <translation>{amount} des Budgets</translation>
    </message>
    <message>
        <source>{amount} or more</source>
        <translation>{amount} oder mehr</translation>
    </message>
    <message>
        <source>{amount} over</source>
        <translation>{amount} darüber</translation>
    </message>
    <message>
        <source>{amount} over the budget</source>
        <translation>{amount} über dem Budget</translation>
    </message>
    <message>
        <source>{amount} spare</source>
        <translation>{amount} Spielraum</translation>
    </message>
    <message>
        <source>{amount} spent, {amount2} held</source>
        <translation>{amount} ausgegeben, {amount2} zurückgehalten</translation>
    </message>
    <message>
        <source>{amount} stays held until it is settled</source>
        <translation>{amount} bleiben bis zur Klärung zurückgehalten</translation>
    </message>
    <message>
        <source>{amount} this month</source>
        <translation>{amount} in diesem Monat</translation>
    </message>
    <message>
        <source>{amount} was charged.</source>
        <translation>{amount} wurden berechnet.</translation>
    </message>
    <message>
        <source>{amount}, {count} not known</source>
        <translation>{amount}, {count} nicht bekannt</translation>
    </message>
    <message>
        <source>{answered} of {asked} addresses answered, the slowest after {time} ms.</source>
        <translation>{answered} von {asked} Adressen haben geantwortet, die langsamste nach {time} ms.</translation>
    </message>
    <message>
        <source>{answered} of {asked} addresses answered.</source>
        <translation>{answered} von {asked} Adressen haben geantwortet.</translation>
    </message>
    <message>
        <source>{attempt_id} has not ended yet.</source>
        <translation>{attempt_id} ist noch nicht beendet.</translation>
    </message>
    <message>
        <source>{begin} to {end}</source>
        <translation>{begin} bis {end}</translation>
    </message>
    <message>
        <source>{blob_bytes:,.1f} MB</source>
        <translation>{blob_bytes:,.1f} MB</translation>
    </message>
    <message>
        <source>{calls} of unknown cost not included</source>
        <translation>{calls} mit unbekannten Kosten nicht enthalten</translation>
    </message>
    <message>
        <source>{cost} in total</source>
        <translation>{cost} insgesamt</translation>
    </message>
    <message>
        <source>{cost}, without {left_out}</source>
        <translation>{cost}, ohne {left_out}</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} Byte</translation>
    </message>
    <message>
        <source>{count} calls corrected from the file.</source>
        <translation>{count} Aufrufe anhand der Datei berichtigt.</translation>
    </message>
    <message>
        <source>{count} calls of this run are still to settle</source>
        <translation>{count} Aufrufe dieses Laufs sind noch zu klären</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>{count} geändert</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{count} image</source>
        <translation>{count} Bild</translation>
    </message>
    <message>
        <source>{count} images</source>
        <translation>{count} Bilder</translation>
    </message>
    <message>
        <source>{count} in {time}</source>
        <translation>{count} in {time}</translation>
    </message>
    <message>
        <source>{count} items moved to Recently deleted</source>
        <translation>{count} Objekte in den Papierkorb verschoben</translation>
    </message>
    <message>
        <source>{count} items moved.</source>
        <translation>{count} Objekte verschoben.</translation>
    </message>
    <message>
        <source>{count} items restored.</source>
        <translation>{count} Objekte wiederhergestellt.</translation>
    </message>
    <message>
        <source>{count} jobs are</source>
        <translation>{count} Aufträge laufen</translation>
    </message>
    <message>
        <source>{count} jobs were picked up at their providers, not sent twice.</source>
        <translation>{count} Aufträge wurden bei ihren Anbietern wieder aufgenommen, nicht doppelt gesendet.</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
    <message>
        <source>{count} more projects</source>
        <translation>{count} weitere Projekte</translation>
    </message>
    <message>
        <source>{count} not charged</source>
        <translation>{count} nicht berechnet</translation>
    </message>
    <message>
        <source>{count} not imported. {reason}</source>
        <translation>{count} nicht importiert. {reason}</translation>
    </message>
    <message>
        <source>{count} not known</source>
        <translation>{count} nicht bekannt</translation>
    </message>
    <message>
        <source>{count} not saved. {reason}</source>
        <translation>{count} nicht gespeichert. {reason}</translation>
    </message>
    <message>
        <source>{count} of {total} models</source>
        <translation>{count} von {total} Modellen</translation>
    </message>
    <message>
        <source>{count} of {total} {unit}</source>
        <translation>{count} von {total} {unit}</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} Seiten</translation>
    </message>
    <message>
        <source>{count} parts</source>
        <translation>{count} Teile</translation>
    </message>
    <message>
        <source>{count} recording</source>
        <translation>{count} Aufnahme</translation>
    </message>
    <message>
        <source>{count} recordings</source>
        <translation>{count} Aufnahmen</translation>
    </message>
    <message>
        <source>{count} results had arrived.</source>
        <translation>{count} Ergebnisse waren angekommen.</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>{count} seconds</source>
        <translation>{count} Sekunden</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>{count} ausgewählt</translation>
    </message>
    <message>
        <source>{count} settings are not used by this model</source>
        <translation>{count} Einstellungen werden von diesem Modell nicht benutzt</translation>
    </message>
    <message>
        <source>{count} text</source>
        <translation>{count} Text</translation>
    </message>
    <message>
        <source>{count} texts</source>
        <translation>{count} Texte</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count} Token</translation>
    </message>
    <message>
        <source>{count} video</source>
        <translation>{count} Video</translation>
    </message>
    <message>
        <source>{count} videos</source>
        <translation>{count} Videos</translation>
    </message>
    <message>
        <source>{count} × {each}</source>
        <translation>{count} × {each}</translation>
    </message>
    <message>
        <source>{count} × {seconds} s</source>
        <translation>{count} × {seconds} s</translation>
    </message>
    <message>
        <source>{count} × {seconds} s × {rate}</source>
        <translation>{count} × {seconds} s × {rate}</translation>
    </message>
    <message>
        <source>{deed}, in the details</source>
        <translation>{deed}, in den Details</translation>
    </message>
    <message>
        <source>{deed}: {title}</source>
        <translation>{deed}: {title}</translation>
    </message>
    <message>
        <source>{done} of {total} files. You can go on working.</source>
        <translation>{done} von {total} Dateien. Weiterarbeiten ist möglich.</translation>
    </message>
    <message>
        <source>{done} of {total}. The old folder stays as it is until all is compared.</source>
        <translation>{done} von {total}. Der alte Ordner bleibt, wie er ist, bis alles verglichen ist.</translation>
    </message>
    <message>
        <source>{ended} of {total} finished</source>
        <translation>{ended} von {total} fertig</translation>
    </message>
    <message>
        <source>{failure_count} failed</source>
        <translation>{failure_count} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{files} imported.</source>
        <translation>{files} importiert.</translation>
    </message>
    <message>
        <source>{files} read, {size}.</source>
        <translation>{files} gelesen, {size}.</translation>
    </message>
    <message>
        <source>{file}: say which column is what. Nothing is entered before you agree.</source>
        <translation>{file}: angeben, welche Spalte was ist. Ohne Zustimmung wird nichts eingetragen.</translation>
    </message>
    <message>
        <source>{finished} of {expected} {noun} arrived.</source>
        <translation>{finished} von {expected} {noun} sind angekommen.</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} und {second}</translation>
    </message>
    <message>
        <source>{folder} cannot be written.</source>
        <translation>{folder} ist nicht beschreibbar.</translation>
    </message>
    <message>
        <source>{folder} holds a library already.</source>
        <translation>{folder} enthält schon eine Bibliothek.</translation>
    </message>
    <message>
        <source>{format_usd_exact} cannot be given back for a call that cost {format_usd_exact2}.</source>
        <translation>{format_usd_exact} lassen sich nicht für einen Aufruf erstatten, der {format_usd_exact2} kostete.</translation>
    </message>
    <message>
        <source>{free:,.0f} GB free</source>
        <translation>{free:,.0f} GB frei</translation>
    </message>
    <message>
        <source>{free_bytes:,.1f} GB</source>
        <translation>{free_bytes:,.1f} GB</translation>
    </message>
    <message>
        <source>{free} of {limit} free</source>
        <translation>{free} von {limit} frei</translation>
    </message>
    <message>
        <source>{free} of {limit} is left, and {held} is held for jobs that still run.</source>
        <translation>{free} von {limit} sind übrig, und {held} sind für laufende Aufträge vorgemerkt.</translation>
    </message>
    <message>
        <source>{free} of {limit} is left.</source>
        <translation>{free} von {limit} sind übrig.</translation>
    </message>
    <message>
        <source>{given} in, {made} out</source>
        <translation>{given} ein, {made} aus</translation>
    </message>
    <message>
        <source>{host} needs https: plain http is allowed for {where} only.</source>
        <translation>{host} braucht https: einfaches http ist nur für {where} erlaubt.</translation>
    </message>
    <message>
        <source>{id} made {value}, which cannot be continued.</source>
        <translation>{id} hat {value} erzeugt, das sich nicht fortsetzen lässt.</translation>
    </message>
    <message>
        <source>{id} was not made here, so there is no recipe to mark it with.</source>
        <translation>{id} wurde nicht hier erzeugt, daher gibt es kein Rezept dafür.</translation>
    </message>
    <message>
        <source>{input_tokens} tokens</source>
        <translation>{input_tokens} Token</translation>
    </message>
    <message>
        <source>{item_id} made several calls.</source>
        <translation>{item_id} hat mehrere Aufrufe gemacht.</translation>
    </message>
    <message>
        <source>{items} of {runs}, {size}. Prompts and settings of those runs go, too. This cannot be undone. What they cost stays in the ledger.</source>
        <translation>{items} aus {runs}, {size}. Prompts und Einstellungen dieser Läufe werden mit gelöscht. Das lässt sich nicht rückgängig machen. Was sie gekostet haben, bleibt im Kontobuch.</translation>
    </message>
    <message>
        <source>{items} rated {stars}.</source>
        <translation>{items} mit {stars} bewertet.</translation>
    </message>
    <message>
        <source>{items}, {free} free on this disk</source>
        <translation>{items}, {free} frei auf diesem Laufwerk</translation>
    </message>
    <message>
        <source>{items}, {size}. Erased only when you empty it.</source>
        <translation>{items}, {size}. Erst beim Leeren endgültig gelöscht.</translation>
    </message>
    <message>
        <source>{jobs} still running. Results are saved encrypted.</source>
        <translation>{jobs} noch. Ergebnisse werden verschlüsselt gespeichert.</translation>
    </message>
    <message>
        <source>{kept_count} of {result_count} kept</source>
        <translation>{kept_count} von {result_count} behalten</translation>
    </message>
    <message>
        <source>{kept} at the provider can no longer be deleted from here.</source>
        <translation>{kept} beim Anbieter lassen sich von hier nicht mehr löschen.</translation>
    </message>
    <message>
        <source>{key} belongs to “{text}” now. Change that one first.</source>
        <translation>{key} gehört jetzt zu „{text}“. Zuerst dort ändern.</translation>
    </message>
    <message>
        <source>{kind} done</source>
        <translation>{kind} fertig</translation>
    </message>
    <message>
        <source>{kind} failed</source>
        <translation>{kind} fehlgeschlagen</translation>
    </message>
    <message>
        <source>{kind} of the library</source>
        <translation>{kind} der Bibliothek</translation>
    </message>
    <message>
        <source>{kind} partly done</source>
        <translation>{kind} teilweise fertig</translation>
    </message>
    <message>
        <source>{kind}: outcome unknown</source>
        <translation>{kind}: Ausgang unbekannt</translation>
    </message>
    <message>
        <source>{label}  ·  {label2}, add a key first</source>
        <translation>{label}  ·  {label2}, zuerst einen Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>{label} (fal)</source>
        <translation>{label} (fal)</translation>
    </message>
    <message>
        <source>{label} answered without text.</source>
        <translation>{label} antwortete ohne Text.</translation>
    </message>
    <message>
        <source>{label} asks to wait: too many requests.</source>
        <translation>{label} bittet zu warten: zu viele Anfragen.</translation>
    </message>
    <message>
        <source>{label} cancelled this video.</source>
        <translation>{label} hat dieses Video abgebrochen.</translation>
    </message>
    <message>
        <source>{label} cannot continue a conversation.</source>
        <translation>{label} kann kein Gespräch fortsetzen.</translation>
    </message>
    <message>
        <source>{label} cannot delete what it keeps.</source>
        <translation>{label} kann nicht löschen, was dort aufbewahrt wird.</translation>
    </message>
    <message>
        <source>{label} cannot pick up a job again.</source>
        <translation>{label} kann einen Auftrag nicht wieder aufnehmen.</translation>
    </message>
    <message>
        <source>{label} cannot read “{file_name}”, which an earlier turn brought.</source>
        <translation>{label} kann „{file_name}“ nicht lesen, das eine frühere Frage mitbrachte.</translation>
    </message>
    <message>
        <source>{label} could not be reached at {host} ({why}). Nothing was sent.</source>
        <translation>{label} war unter {host} nicht erreichbar ({why}). Nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>{label} could not finish it.</source>
        <translation>{label} konnte es nicht fertigstellen.</translation>
    </message>
    <message>
        <source>{label} could not finish this run.</source>
        <translation>{label} konnte diesen Lauf nicht fertigstellen.</translation>
    </message>
    <message>
        <source>{label} could not make this video.</source>
        <translation>{label} konnte dieses Video nicht erzeugen.</translation>
    </message>
    <message>
        <source>{label} could not store the result.</source>
        <translation>{label} konnte das Ergebnis nicht speichern.</translation>
    </message>
    <message>
        <source>{label} did not answer in time.</source>
        <translation>{label} antwortete nicht in der erwarteten Zeit.</translation>
    </message>
    <message>
        <source>{label} did not list its models in time.</source>
        <translation>{label} hat seine Modelle nicht in der erwarteten Zeit aufgelistet.</translation>
    </message>
    <message>
        <source>{label} does not accept the key.</source>
        <translation>{label} nimmt den Schlüssel nicht an.</translation>
    </message>
    <message>
        <source>{label} does not know this model or address.</source>
        <translation>{label} kennt dieses Modell oder diese Adresse nicht.</translation>
    </message>
    <message>
        <source>{label} does not make {value}.</source>
        <translation>{label} erzeugt {value} nicht.</translation>
    </message>
    <message>
        <source>{label} ended the answer before it began.</source>
        <translation>{label} beendete die Antwort, bevor sie begann.</translation>
    </message>
    <message>
        <source>{label} ended the job without a video.</source>
        <translation>{label} beendete den Auftrag ohne Video.</translation>
    </message>
    <message>
        <source>{label} failed on its side.</source>
        <translation>Bei {label} trat ein Fehler auf.</translation>
    </message>
    <message>
        <source>{label} has been working for an hour.</source>
        <translation>{label} arbeitet seit einer Stunde daran.</translation>
    </message>
    <message>
        <source>{label} has been working for {patience} minutes.</source>
        <translation>{label} arbeitet seit {patience} Minuten daran.</translation>
    </message>
    <message>
        <source>{label} has no model “{model_id}” for {value}.</source>
        <translation>{label} hat kein Modell „{model_id}“ für {value}.</translation>
    </message>
    <message>
        <source>{label} has no way to look up this job.</source>
        <translation>{label} bietet keinen Weg, nach diesem Auftrag zu sehen.</translation>
    </message>
    <message>
        <source>{label} has no {what} yet.</source>
        <translation>{label} hat noch kein {what}.</translation>
    </message>
    <message>
        <source>{label} has not finished this picture yet.</source>
        <translation>{label} ist mit diesem Bild noch nicht fertig.</translation>
    </message>
    <message>
        <source>{label} has not finished this run yet.</source>
        <translation>{label} ist mit diesem Lauf noch nicht fertig.</translation>
    </message>
    <message>
        <source>{label} has not finished this video after an hour.</source>
        <translation>{label} ist mit diesem Video nach einer Stunde nicht fertig.</translation>
    </message>
    <message>
        <source>{label} is overloaded.</source>
        <translation>{label} ist überlastet.</translation>
    </message>
    <message>
        <source>{label} key</source>
        <translation>Schlüssel von {label}</translation>
    </message>
    <message>
        <source>{label} makes 1 to {maximum_results} results at a time, not {result_count}.</source>
        <translation>{label} erzeugt 1 bis {maximum_results} Ergebnisse auf einmal, nicht {result_count}.</translation>
    </message>
    <message>
        <source>{label} makes {kinds}, not {value}.</source>
        <translation>{label} erzeugt {kinds}, nicht {value}.</translation>
    </message>
    <message>
        <source>{label} named a result address that {why}. It was not opened.</source>
        <translation>{label} nannte eine Ergebnisadresse, die nicht taugt: {why}. Sie wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>{label} named an address outside its own API. It was not opened.</source>
        <translation>{label} nannte eine Adresse außerhalb der eigenen API. Sie wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>{label} named an address that cannot be read.</source>
        <translation>{label} nannte eine unlesbare Adresse.</translation>
    </message>
    <message>
        <source>{label} needs an API key.</source>
        <translation>{label} braucht einen API-Schlüssel.</translation>
    </message>
    <message>
        <source>{label} needs an address.</source>
        <translation>{label} braucht eine Adresse.</translation>
    </message>
    <message>
        <source>{label} needs an input: {lower}.</source>
        <translation>{label} braucht eine Eingabe: {lower}.</translation>
    </message>
    <message>
        <source>{label} needs no key.</source>
        <translation>{label} braucht keinen Schlüssel.</translation>
    </message>
    <message>
        <source>{label} no longer keeps this result.</source>
        <translation>{label} bewahrt dieses Ergebnis nicht mehr auf.</translation>
    </message>
    <message>
        <source>{label} no longer keeps this video.</source>
        <translation>{label} bewahrt dieses Video nicht mehr auf.</translation>
    </message>
    <message>
        <source>{label} no longer offers this model.</source>
        <translation>{label} bietet dieses Modell nicht mehr an.</translation>
    </message>
    <message>
        <source>{label} pointed to another address, which is not followed (HTTP {status}).</source>
        <translation>{label} verwies auf eine andere Adresse, der nicht gefolgt wird (HTTP {status}).</translation>
    </message>
    <message>
        <source>{label} refused the request.</source>
        <translation>{label} hat die Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>{label} refused this content.</source>
        <translation>{label} hat diesen Inhalt abgelehnt.</translation>
    </message>
    <message>
        <source>{label} refused this request.</source>
        <translation>{label} hat diese Anfrage abgelehnt.</translation>
    </message>
    <message>
        <source>{label} refused this.</source>
        <translation>{label} hat dies abgelehnt.</translation>
    </message>
    <message>
        <source>{label} sent an answer that cannot be read: it holds no picture.</source>
        <translation>{label} sandte eine unlesbare Antwort: sie enthält kein Bild.</translation>
    </message>
    <message>
        <source>{label} sent an answer that cannot be read: it names no {value}.</source>
        <translation>{label} sandte eine unlesbare Antwort: {value} fehlt.</translation>
    </message>
    <message>
        <source>{label} sent an answer that cannot be read: {why}.</source>
        <translation>{label} sandte eine unlesbare Antwort: {why}.</translation>
    </message>
    <message>
        <source>{label} takes no extra headers.</source>
        <translation>{label} nimmt keine weiteren Header an.</translation>
    </message>
    <message>
        <source>{label} takes no input in the role “{role}”.</source>
        <translation>{label} nimmt keine Eingabe in der Rolle „{role}“ an.</translation>
    </message>
    <message>
        <source>{label} takes {maximum_count} as {lower}, not {count}.</source>
        <translation>{label} nimmt {maximum_count} als {lower}, nicht {count}.</translation>
    </message>
    <message>
        <source>{label} told a state that is not known: {redact}.</source>
        <translation>{label} meldete einen unbekannten Zustand: {redact}.</translation>
    </message>
    <message>
        <source>{label} told an unknown state: {redact}.</source>
        <translation>{label} meldete einen unbekannten Zustand: {redact}.</translation>
    </message>
    <message>
        <source>{label} used up the token limit before it wrote anything.</source>
        <translation>{label} verbrauchte das Tokenlimit, bevor etwas geschrieben war.</translation>
    </message>
    <message>
        <source>{label}, about {typical_seconds:.0f} s</source>
        <translation>{label}, etwa {typical_seconds:.0f} s</translation>
    </message>
    <message>
        <source>{label}, add a key first</source>
        <translation>{label}, zuerst einen Schlüssel hinzufügen</translation>
    </message>
    <message>
        <source>{label}, {context_tokens}K context</source>
        <translation>{label}, {context_tokens}K Kontext</translation>
    </message>
    <message>
        <source>{label}: budget used up.</source>
        <translation>{label}: Budget aufgebraucht.</translation>
    </message>
    <message>
        <source>{label}: the models could not be listed. {reason}</source>
        <translation>{label}: Die Modelle ließen sich nicht auflisten. {reason}</translation>
    </message>
    <message>
        <source>{label}: {amount} expected</source>
        <translation>{label}: {amount} erwartet</translation>
    </message>
    <message>
        <source>{left} was left {inside}.</source>
        <translation>{left} waren {inside} übrig.</translation>
    </message>
    <message>
        <source>{length} / {limit}</source>
        <translation>{length} / {limit}</translation>
    </message>
    <message>
        <source>{len} models cannot be compared.</source>
        <translation>{len} Modelle lassen sich nicht vergleichen.</translation>
    </message>
    <message>
        <source>{library_dir} cannot be created ({strerror}).</source>
        <translation>{library_dir} lässt sich nicht anlegen ({strerror}).</translation>
    </message>
    <message>
        <source>{library_dir} cannot be created or written.</source>
        <translation>{library_dir} lässt sich nicht anlegen oder beschreiben.</translation>
    </message>
    <message>
        <source>{library_dir} cannot be written.</source>
        <translation>{library_dir} ist nicht beschreibbar.</translation>
    </message>
    <message>
        <source>{library_dir} is a file.</source>
        <translation>{library_dir} ist eine Datei.</translation>
    </message>
    <message>
        <source>{library_dir} is not empty.</source>
        <translation>{library_dir} ist nicht leer.</translation>
    </message>
    <message>
        <source>{limit} a month</source>
        <translation>{limit} im Monat</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>{maker}, through {provider}</source>
        <translation>{maker}, über {provider}</translation>
    </message>
    <message>
        <source>{missing} The content filter held back {blocked}.</source>
        <translation>{missing} Der Inhaltsfilter hielt {blocked} zurück.</translation>
    </message>
    <message>
        <source>{model} in {project}</source>
        <translation>{model} in {project}</translation>
    </message>
    <message>
        <source>{model} takes no inputs. Choose another model.</source>
        <translation>{model} nimmt keine Eingaben an. Ein anderes Modell auswählen.</translation>
    </message>
    <message>
        <source>{model} takes no more {kind} inputs. Remove one first.</source>
        <translation>{model} nimmt keine weiteren Eingaben der Art {kind} an. Zuerst eine entfernen.</translation>
    </message>
    <message>
        <source>{model} takes no {kind} inputs, only {kinds}.</source>
        <translation>{model} nimmt keine Eingaben der Art {kind} an, nur {kinds}.</translation>
    </message>
    <message>
        <source>{model}, {amount} entered. Entries are never changed: the difference is added to the ledger.</source>
        <translation>{model}, {amount} eingetragen. Einträge werden nie geändert: der Unterschied kommt ins Kontobuch.</translation>
    </message>
    <message>
        <source>{name_groups} of the recovery code {value} not right.</source>
        <translation>{name_groups} des Wiederherstellungscodes {value} nicht richtig.</translation>
    </message>
    <message>
        <source>{named} has no key.</source>
        <translation>{named} hat keinen Schlüssel.</translation>
    </message>
    <message>
        <source>{name} ({kind}): {prompt}</source>
        <translation>{name} ({kind}): {prompt}</translation>
    </message>
    <message>
        <source>{name} belongs to another library.</source>
        <translation>{name} gehört zu einer anderen Bibliothek.</translation>
    </message>
    <message>
        <source>{name} has no runs yet.</source>
        <translation>{name} hat noch keine Läufe.</translation>
    </message>
    <message>
        <source>{name} has {size}, the limit of {model} is {limit}. Use a smaller file.</source>
        <translation>{name} hat {size}, {model} nimmt höchstens {limit}. Eine kleinere Datei benutzen.</translation>
    </message>
    <message>
        <source>{name} holds no prompt.</source>
        <translation>{name} enthält keinen Prompt.</translation>
    </message>
    <message>
        <source>{name} in {parent} is {state}.</source>
        <translation>{name} in {parent} ist {state}.</translation>
    </message>
    <message>
        <source>{name} is damaged or does not belong to these keys.</source>
        <translation>{name} ist beschädigt oder gehört nicht zu diesen Schlüsseln.</translation>
    </message>
    <message>
        <source>{name} is locked</source>
        <translation>{name} ist gesperrt</translation>
    </message>
    <message>
        <source>{name} is not UTF-8 text.</source>
        <translation>{name} ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>{name} is there twice.</source>
        <translation>{name} ist doppelt da.</translation>
    </message>
    <message>
        <source>{name} is {mime}, which {model} does not take. Use {formats}.</source>
        <translation>{name} ist {mime}, das {model} nicht annimmt. {formats} benutzen.</translation>
    </message>
    <message>
        <source>{name} must begin with https://.</source>
        <translation>{name} muss mit https:// beginnen.</translation>
    </message>
    <message>
        <source>{name} was not made by mediadesk.</source>
        <translation>{name} wurde nicht von mediadesk erzeugt.</translation>
    </message>
    <message>
        <source>{name}, {items}, {all_money}</source>
        <translation>{name}, {items}, {all_money}</translation>
    </message>
    <message>
        <source>{name}: {rate} succeeded, {times}</source>
        <translation>{name}: {rate} erfolgreich, {times}</translation>
    </message>
    <message>
        <source>{notice_percent} % of the {label} ({format_usd}) is spent or held.</source>
        <translation>{label}: {notice_percent} % von {format_usd} sind ausgegeben oder vorgemerkt.</translation>
    </message>
    <message>
        <source>{number} chosen</source>
        <translation>{number} gewählt</translation>
    </message>
    <message>
        <source>{number} per cent</source>
        <translation>{number} Prozent</translation>
    </message>
    <message>
        <source>{number}. {price}: {run}</source>
        <translation>{number}. {price}: {run}</translation>
    </message>
    <message>
        <source>{output_tokens} tokens</source>
        <translation>{output_tokens} Token</translation>
    </message>
    <message>
        <source>{pace} tok/s</source>
        <translation>{pace} Tok/s</translation>
    </message>
    <message>
        <source>{pace} tokens/s</source>
        <translation>{pace} Token/s</translation>
    </message>
    <message>
        <source>{path} belongs to another user.</source>
        <translation>{path} gehört einem anderen Benutzer.</translation>
    </message>
    <message>
        <source>{path} cannot be opened for writing.</source>
        <translation>{path} lässt sich nicht zum Schreiben öffnen.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({strerror}).</source>
        <translation>{path} lässt sich nicht lesen ({strerror}).</translation>
    </message>
    <message>
        <source>{path} cannot be read or written.</source>
        <translation>{path} lässt sich nicht lesen oder schreiben.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {strerror}.</source>
        <translation>{path} lässt sich nicht lesen: {strerror}.</translation>
    </message>
    <message>
        <source>{path} could not be read or written ({strerror}).</source>
        <translation>{path} ließ sich nicht lesen oder schreiben ({strerror}).</translation>
    </message>
    <message>
        <source>{path} could not be read or written.</source>
        <translation>{path} ließ sich nicht lesen oder schreiben.</translation>
    </message>
    <message>
        <source>{path} has no column “{name}”.</source>
        <translation>{path} hat keine Spalte „{name}“.</translation>
    </message>
    <message>
        <source>{path} is not a UTF-8 text.</source>
        <translation>{path} ist kein UTF-8-Text.</translation>
    </message>
    <message>
        <source>{path} is not a file.</source>
        <translation>{path} ist keine Datei.</translation>
    </message>
    <message>
        <source>{path} is there already.</source>
        <translation>{path} ist schon da.</translation>
    </message>
    <message>
        <source>{path} is too large.</source>
        <translation>{path} ist zu groß.</translation>
    </message>
    <message>
        <source>{path}, line {line_num}: {error}.</source>
        <translation>{path}, Zeile {line_num}: {error}.</translation>
    </message>
    <message>
        <source>{path}: {error}.</source>
        <translation>{path}: {error}.</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} von {count}</translation>
    </message>
    <message>
        <source>{place} of {length}</source>
        <translation>{place} von {length}</translation>
    </message>
    <message>
        <source>{provider_label} no longer serves {label}; nothing was sent.</source>
        <translation>{provider_label} bietet {label} nicht mehr an; nichts wurde gesendet.</translation>
    </message>
    <message>
        <source>{provider_label} refused it.</source>
        <translation>{provider_label} hat es abgelehnt.</translation>
    </message>
    <message>
        <source>{provider} already has a key named “{name}”.</source>
        <translation>{provider} hat schon einen Schlüssel namens „{name}“.</translation>
    </message>
    <message>
        <source>{provider} answered: {reason} mediadesk waits as long as it asked for, then sends again. Nothing was charged.</source>
        <translation>{provider} antwortete: {reason} mediadesk wartet so lange wie verlangt und sendet dann noch einmal. Nichts wurde berechnet.</translation>
    </message>
    <message>
        <source>{provider} has no key yet. Add one in Settings.</source>
        <translation>{provider} hat noch keinen Schlüssel. Einen in den Einstellungen hinzufügen.</translation>
    </message>
    <message>
        <source>{provider}, no key yet</source>
        <translation>{provider}, noch kein Schlüssel</translation>
    </message>
    <message>
        <source>{provider}: {count} calls failed for one reason: {reason}.</source>
        <translation>{provider}: {count} Aufrufe schlugen aus einem Grund fehl: {reason}.</translation>
    </message>
    <message>
        <source>{ready} of {total} arrived</source>
        <translation>{ready} von {total} angekommen</translation>
    </message>
    <message>
        <source>{ready} of {total} ready</source>
        <translation>{ready} von {total} fertig</translation>
    </message>
    <message>
        <source>{read} in, up to {written} out</source>
        <translation>{read} ein, bis zu {written} aus</translation>
    </message>
    <message>
        <source>{reason} If you restored a backup, go on. Otherwise look for the newer copy: work done since then is missing here.</source>
        <translation>{reason} Nach dem Einspielen einer Sicherung einfach fortfahren. Sonst nach der neueren Kopie suchen: spätere Arbeit fehlt hier.</translation>
    </message>
    <message>
        <source>{running} running</source>
        <translation>{running} laufen</translation>
    </message>
    <message>
        <source>{running} running, {waiting} waiting</source>
        <translation>{running} laufen, {waiting} warten</translation>
    </message>
    <message>
        <source>{sent} of {count} calls were sent already: up to {amount} may be due all the same.</source>
        <translation>{sent} von {count} Aufrufen wurden schon gesendet: Bis zu {amount} können trotzdem fällig werden.</translation>
    </message>
    <message>
        <source>{share}% cheaper</source>
        <translation>{share} % günstiger</translation>
    </message>
    <message>
        <source>{share}% fewer than before</source>
        <translation>{share} % weniger als zuvor</translation>
    </message>
    <message>
        <source>{share}% more than before</source>
        <translation>{share} % mehr als zuvor</translation>
    </message>
    <message>
        <source>{size} are given back when the disk is full, so that results still land.</source>
        <translation>{size} werden bei vollem Laufwerk freigegeben, damit Ergebnisse noch ankommen.</translation>
    </message>
    <message>
        <source>{size} or more</source>
        <translation>{size} oder mehr</translation>
    </message>
    <message>
        <source>{size}, sealed. They are taken in or removed by themselves.</source>
        <translation>{size}, versiegelt. Sie werden von selbst aufgenommen oder entfernt.</translation>
    </message>
    <message>
        <source>{size}. Made again when needed.</source>
        <translation>{size}. Entstehen bei Bedarf neu.</translation>
    </message>
    <message>
        <source>{spent} of {limit}</source>
        <translation>{spent} von {limit}</translation>
    </message>
    <message>
        <source>{spent} spent, {rest}</source>
        <translation>{spent} ausgegeben, {rest}</translation>
    </message>
    <message>
        <source>{target} and the library lie within one another.</source>
        <translation>{target} und die Bibliothek liegen ineinander.</translation>
    </message>
    <message>
        <source>{target} does not read as it was written.</source>
        <translation>{target} liest sich nicht so, wie es geschrieben wurde.</translation>
    </message>
    <message>
        <source>{target} is not a plain folder.</source>
        <translation>{target} ist kein gewöhnlicher Ordner.</translation>
    </message>
    <message>
        <source>{target} is not empty.</source>
        <translation>{target} ist nicht leer.</translation>
    </message>
    <message>
        <source>{text} Undo with Control Z.</source>
        <translation>{text} Rückgängig mit Strg+Z.</translation>
    </message>
    <message>
        <source>{text}. This month: {words}</source>
        <translation>{text}. Dieser Monat: {words}</translation>
    </message>
    <message>
        <source>{text}{where}: {text2}, change</source>
        <translation>{text}{where}: {text2}, ändern</translation>
    </message>
    <message>
        <source>{then}, and {held}</source>
        <translation>{then}, und {held}</translation>
    </message>
    <message>
        <source>{things} kept at {provider_label}</source>
        <translation>{things} aufbewahrt bei {provider_label}</translation>
    </message>
    <message>
        <source>{times}× faster</source>
        <translation>{times}× schneller</translation>
    </message>
    <message>
        <source>{time} elapsed</source>
        <translation>{time} vergangen</translation>
    </message>
    <message>
        <source>{time} elapsed, about {rest} left</source>
        <translation>{time} vergangen, noch etwa {rest}</translation>
    </message>
    <message>
        <source>{title} to show</source>
        <translation>{title} zum Anzeigen</translation>
    </message>
    <message>
        <source>{title}, project menu</source>
        <translation>{title}, Projektmenü</translation>
    </message>
    <message>
        <source>{uid} is not in the library.</source>
        <translation>{uid} ist nicht in der Bibliothek.</translation>
    </message>
    <message>
        <source>{uncertain} to settle</source>
        <translation>{uncertain} zu klären</translation>
    </message>
    <message>
        <source>{unknown_count} not known</source>
        <translation>{unknown_count} nicht bekannt</translation>
    </message>
    <message>
        <source>{used} of {slots} slots in use</source>
        <translation>{used} von {slots} Plätzen belegt</translation>
    </message>
    <message>
        <source>{waiting} waiting</source>
        <translation>{waiting} warten</translation>
    </message>
    <message>
        <source>{what}: {provider}</source>
        <translation>{what}: {provider}</translation>
    </message>
    <message>
        <source>{when}, then {model}</source>
        <translation>{when}, danach {model}</translation>
    </message>
    <message>
        <source>{width:.0f} by {height:.0f} pixels</source>
        <translation>{width:.0f} mal {height:.0f} Pixel</translation>
    </message>
    <message>
        <source>{width} × {height} does not fit: {problem}.</source>
        <translation>{width} × {height} passt nicht: {problem}.</translation>
    </message>
    <message>
        <source>{words_of} left</source>
        <translation>{words_of} übrig</translation>
    </message>
    <message>
        <source>{words} ({result_count} results)</source>
        <translation>{words} ({result_count} Ergebnisse)</translation>
    </message>
    <message>
        <source>{words} Missing: {numbers}. The others are kept.</source>
        <translation>{words} Es fehlen: {numbers}. Die anderen bleiben.</translation>
    </message>
    <message>
        <source>{words} belongs to “{text}”. Choose other keys, or change that one first.</source>
        <translation>{words} gehört zu „{text}“. Andere Tasten wählen oder zuerst dort ändern.</translation>
    </message>
    <message>
        <source>{words} is needed for typing. Hold Ctrl or Alt as well.</source>
        <translation>{words} wird zum Schreiben gebraucht. Zusätzlich Strg oder Alt halten.</translation>
    </message>
    <message>
        <source>{words}, {name}</source>
        <translation>{words}, {name}</translation>
    </message>
    <message>
        <source>{words}. {amount} stays held until then.</source>
        <translation>{words}. Bis dahin bleiben {amount} zurückgehalten.</translation>
    </message>
    <message>
        <source>{wrong} sums of the statistics differ from the ledger.</source>
        <translation>{wrong} Summen der Statistik weichen vom Kontobuch ab.</translation>
    </message>
    <message>
        <source>“{address}” is not the address of a proxy.</source>
        <translation>„{address}“ ist keine Adresse eines Proxys.</translation>
    </message>
    <message>
        <source>“{endpoint_id}” is no endpoint of fal.</source>
        <translation>„{endpoint_id}“ ist kein Endpunkt von fal.</translation>
    </message>
    <message>
        <source>“{file_name}” could not be kept: its place was cleared meanwhile.</source>
        <translation>„{file_name}“ ließ sich nicht behalten: sein Platz wurde inzwischen geleert.</translation>
    </message>
    <message>
        <source>“{file_name}” is empty.</source>
        <translation>„{file_name}“ ist leer.</translation>
    </message>
    <message>
        <source>“{file_name}” is larger than 2 GB.</source>
        <translation>„{file_name}“ ist größer als 2 GB.</translation>
    </message>
    <message>
        <source>“{file_name}” is not a picture.</source>
        <translation>„{file_name}“ ist kein Bild.</translation>
    </message>
    <message>
        <source>“{file_name}” is not a type that mediadesk knows.</source>
        <translation>„{file_name}“ hat eine Art, die mediadesk nicht kennt.</translation>
    </message>
    <message>
        <source>“{file_name}” is too large for {label}.</source>
        <translation>„{file_name}“ ist zu groß für {label}.</translation>
    </message>
    <message>
        <source>“{file_name}” is {mime}, which {label} does not take as {lower}.</source>
        <translation>„{file_name}“ ist {mime}, das {label} nicht als {lower} annimmt.</translation>
    </message>
    <message>
        <source>“{name}.{taken}” is set in the form already.</source>
        <translation>„{name}.{taken}“ ist schon im Formular gesetzt.</translation>
    </message>
    <message>
        <source>“{name}” cannot be an extra parameter: it decides price or kind of the answer.</source>
        <translation>„{name}“ kann kein zusätzlicher Parameter sein: er bestimmt Preis oder Art der Antwort.</translation>
    </message>
    <message>
        <source>“{name}” does not exist in the Responses interface.</source>
        <translation>„{name}“ gibt es in der Responses-Schnittstelle nicht.</translation>
    </message>
    <message>
        <source>“{name}” is switched off.</source>
        <translation>„{name}“ ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>“{path}” holds no certificate that can be read.</source>
        <translation>„{path}“ enthält kein lesbares Zertifikat.</translation>
    </message>
    <message>
        <source>“{shown}” is no name of a header.</source>
        <translation>„{shown}“ ist kein Name eines Headers.</translation>
    </message>
    <message>
        <source>“{source}” cannot be read ({strerror}).</source>
        <translation>„{source}“ lässt sich nicht lesen ({strerror}).</translation>
    </message>
    <message>
        <source>“{source}” is not a file.</source>
        <translation>„{source}“ ist keine Datei.</translation>
    </message>
    <message>
        <source>“{str}” {why} (parameter {name}).</source>
        <translation>„{str}“ {why} (Parameter {name}).</translation>
    </message>
    <message>
        <source>“{text}” is not an amount in US dollars.</source>
        <translation>„{text}“ ist kein Betrag in US-Dollar.</translation>
    </message>
    <message>
        <source>“{text}” is not an id.</source>
        <translation>„{text}“ ist keine Kennung.</translation>
    </message>
    <message>
        <source>“{text}” is too large an amount.</source>
        <translation>„{text}“ ist ein zu großer Betrag.</translation>
    </message>
    <message>
        <source>“{url}” is not a web address.</source>
        <translation>„{url}“ ist keine Webadresse.</translation>
    </message>
    <message>
        <source>“{value}” does not fit the setting {key}.</source>
        <translation>„{value}“ passt nicht zur Einstellung {key}.</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>„{words}“</translation>
    </message>
    <message>
        <source>“{words}” does not fit here.</source>
        <translation>„{words}“ passt hier nicht.</translation>
    </message>
    <message>
        <source>“{words}” is not a number of days.</source>
        <translation>„{words}“ ist keine Anzahl von Tagen.</translation>
    </message>
</context>
</TS>
