<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>${price} per million</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, repeats {start} to {end}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 job was picked up at its provider, not sent twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 result had arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 setting is not used by this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A JSON object that is sent as it is. What it adds to the price is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A JSON schema that the answer shall follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A base address holds no user name, “?” or “#”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A budget cannot be negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A budget is overall, of one project or of one provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A call cannot cost less than nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A charge cannot be negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fallback chain has at most {LONGEST_CHAIN} models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A grid has {MOST_AXES} settings at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job is not in the state that was recorded last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A last picture needs a first one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A library has at most {MAX_SLOTS} key slots.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mask alone changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A media file has a newer format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A media file is damaged: its closing record is not readable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A media file is damaged: {what}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A media file lies under the name of another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new library needs a passphrase or the system keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer code replaces an older one: look for the latest copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part is not a whole WAV file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A preset keeps prompt, model and settings, encrypted in the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A project needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rating is 0 to 5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A recovery code has {GROUPS} groups of {GROUP_LENGTH} characters ({GROUPS2} in all); {len} were entered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is missing from the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A set of models needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sum belongs to no call: correct single calls in the ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tag is one to sixty characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tag such as en-GB; found out if left empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text model rewrites the prompt. It is a run like any other, with its price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A typical {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A video to change cannot be used together with a first or last picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {time} spoken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adaptive: the model decides how long it thinks. Thinking counts as output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a key in Settings, or with “mediadesk keys add {id}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a key in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a key of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a passphrase or the keyring first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add credit there, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add one in Settings, or with “mediadesk keys add {id} --base-url URL”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add one, for example http://localhost:11434/v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the file again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the picture that the mask belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the picture that the video begins with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amounts are in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An account has one key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An entry of the ledger is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An entry of the ledger is not the one that was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An item is not the one that was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An item that was added is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An opaque mark that is sent along; never a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another process is using the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applies when mediadesk is opened again. The command line stays English.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys move the brush, Space paints, [ and ] change the size of the brush.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the providers that have a key which models they offer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt {number} of {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin each turn on a new line with {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between two pictures a video takes at most {BOTH_FRAMES_LONGEST_S} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black where both are equal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came back after a restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change tags (T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the named setting and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the prompt or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the prompt or the inputs, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the prompt or the inputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the request, or try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes apply at once, the language at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cheapest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check Caps Lock and the keyboard layout, or use the recovery code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check at the provider whether this run was charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check every file against its fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its permissions, or copy the library elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that no group is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the base address in Settings, Keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the folder&apos;s permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the internet connection and the base address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the internet connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the key in Settings, Keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the key in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the key&apos;s rights there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the permissions of the library folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check your account page there, then say whether it was charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking every file against its fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the passphrase needs {needed_mib} MiB of free memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose WAV or MP3 as the format next time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a chat model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a longer one; several unrelated words are easy to remember.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a new or empty folder for the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a short name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a shorter duration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller size or a shorter duration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another model, or add a key for that service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another number of results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another project, or take it out of the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose only among so many likeliest words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose only among so many words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose only among the likeliest words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of a mediadesk library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose {FEWEST_MODELS} to {MOST_MODELS}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose {fewest} to {most} results of one kind to compare them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the list: {group}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with a usage file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with your copy and correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare {count} items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies made before updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it again from the provider&apos;s page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy its name from where it was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy one from “mediadesk list”, or with “Copy the id” in the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the key again from the provider&apos;s page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the last answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy without Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs more on some models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create it, or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create one with “mediadesk library create”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create one, or name another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark is easier on the eyes beside pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days begin in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoding took too long and was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted the preset “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleting takes an admin key of fal; or delete it on fal&apos;s own page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deny uses only hosts that do not store or train on prompts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe what you want.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dollars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done. Open it to listen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each preview costs a little.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each row is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each run and its price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter differences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erase instead of painting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Erased for good: {items}, {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Estimate: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is as it was written. {read}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything you make is kept here, encrypted, and works without a connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired at the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export it again as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export it without --clean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export it without --marked and --clean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export it without --marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast costs twice as much.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fastest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that are being received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First and last frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First picture on the left {share}%</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fix key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flatten them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flex is slower at half the price, priority faster at twice the price.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example: new colleagues.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found: {faults}. {told} {read} Restore what is damaged from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames and reference pictures cannot be used together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space: they go on by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate {results}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give 1 to {LONGEST_NAME} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a key, or name an account to use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a whole number like 30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give an amount like 0.04.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give an amount like 0.50.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give an amount like 20.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one prompt to a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one, for example http://localhost:11434/v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the most that it may cost (--max-cost on the command line).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give them a key of their own, or remove them too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give this one another name, or rotate the other one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes on at its provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grain of the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher is more varied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher repeats less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher seeks new topics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How closely input pictures are read. High costs more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far a picture to start from is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long it plans the picture before drawing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long it thinks before it answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much work goes into the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to answer: role, tone, form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to speak: mood, pace, accent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to speak: mood, pace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How two are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of a voice of your own, instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id of the call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the first host fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you restored a backup, confirm to go on with it; otherwise look for the newer copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported files cannot be compared, only results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Improve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Improve again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Improve prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Improve the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Improve, {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Improving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In steps of 16; at most 3:1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In, $/M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install a newer mediadesk, or set prices with “mediadesk prices set”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the named system library, or run “python3 dev.py setup”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newest mediadesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newest version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instead of a level of reasoning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invert the mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It arrived, and the provider did not say what it cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ended with {redact}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It goes by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has: {join}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not there. With it, results still land when the disk is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is tried again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It still counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its costs stay in the ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs appear here while they run, wait or need you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys 0–5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys 1 to {last} pick, N names, Esc close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known: {join}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave full view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it out, or choose chat completions as the interface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out words far less likely than the best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left empty, the prompt&apos;s mood decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets a lost result be found again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets the model send summaries while it thinks. They are not part of the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Library {name}, switch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like Min P, by the square of the best.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} has no day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: “{text}” is not a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: “{text}” is not an amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lineage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List them with “mediadesk providers”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the newer attempt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look it up again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look it up, or say whether it was charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look up the result at the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look up the result later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost if you close now. What was sent may still be billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low lets other runs of this account go first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Low refuses less. Not used when a picture is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made together with the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes sound too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes the simulation as slow as a real service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map another column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map id=… or time=….</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map the column of the days as time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map time=….</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark for comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked for comparing: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mask over the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Masks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metadata of {mime} files cannot be removed ({id}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Middle grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Month forecast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most used by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most used models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most used models in the order of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Music to the film.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a PEM file, or unset it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a run that made text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name an amount up to what it cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name both, or leave both empty for one voice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name each once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in front of the first speaker’s lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in front of the other’s lines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one of them: {ids}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names with commas between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a Google Cloud key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a fal key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neutral grey, so it does not shift how colours look. B in a picture changes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New jobs are paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New jobs are paused. What was sent goes on; what waits starts when you resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next variation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer came in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No credit is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No decoder could be started: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No favourites yet. Ctrl+D marks the chosen model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key yet: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No list names this id. Its price is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model fits the search and the filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model fits. Try fewer letters, or type a whole model id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model was chosen here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No presets yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No provider is named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No provider makes {value} yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No result arrives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is in there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is marked for comparing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches all of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on the clipboard can be an input. Copy a picture or a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show for this range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was made yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was spent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing with the id {item_id} is known to lie at a provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One private, encrypted workspace for AI text, images, video and audio, with your own keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One prompt to a line. All runs are queued together, or none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One to a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a job that has ended or is uncertain can be sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only loopback may use http.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only results of one kind can be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only waiting jobs can be moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a list of prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a text or CSV file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open another library…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open mediadesk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Organise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other hosts leave out silently what they do not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other users may write to {path}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise a notification says only the kind, the model and the cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out, $/M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid jobs are running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint a mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint a mask over input {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint over what shall change. The rest stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of the picture in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the key alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the whole key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause new jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick one that is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picked up after a restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picked up again at the next start, not sent twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picked up at the provider, not sent twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous variation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price: {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices read {isoformat} may be out of date ({days} days old).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress still moves, nothing else does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt of this result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompts, one to a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back {FILE_NAME} from a backup of the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back from a backup of the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the files of one library together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the right keyslots.json back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt for Python {qt}, Python {python}. MIT licence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue {count} runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued as “{name}”, a saved view of the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quick look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the budget, wait for running jobs, or choose cheaper settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the limit or choose cheaper settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raise the longest answer (max_tokens) or lower the budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate {number} of {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating: {stars} of 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads everything once. You can go on working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recently deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the lists of models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh the models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it and add the key again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {filter}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing one filter would find something:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename it instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeating the same long input soon is cheaper then; the first time costs more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserve for a full disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup of the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore it from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results are fetched at once; a copy stays there for this long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume new jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resumed after restart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry in {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows can only be found by an id or a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run chmod 700 &apos;{folder}&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run “mediadesk library verify”, or restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run “python3 dev.py setup”, or install mediadesk again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs are waiting to be made with this key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same prompt and settings. {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as CSV in UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save with recipe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save without metadata…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved the preset “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {files} in {folder}. They are not encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {file}. The file is not encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say so in the prompt too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say “free” for a free model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scales text and controls together. 100% is 13 px.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Script</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Script: {ready} of {count} parts are ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search models or type a model id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search {count} {kind} models by name, maker or what they can do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the log for details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See your account page at the provider, then say what it cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See “mediadesk jobs list”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See “mediadesk keys stored list”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See “mediadesk list” for ids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See “mediadesk models --provider {id}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See “mediadesk presets list”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See “mediadesk projects list”, or create it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See “mediadesk projects list”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See “mediadesk show”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send that part again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send them again with the same settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent, and no answer is known. It is not sent again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separate tags by commas. Only what you change is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it in the form, or leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set space aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Setting {number} to vary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle it first: “mediadesk jobs settle”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled: it was charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled: nothing was charged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settled: nothing was charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several hosts may run a model; the first one in this order gets the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several projects are named “{name_or_id}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten the prompt or use fewer inputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show recent prompts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the library folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows how mediadesk handles this problem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulation: made on this computer from the words of the prompt, without an AI model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the brush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller files at lower values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected happened ({name}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split it into months.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop them, or let them be made, before you remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. It may still be billed; what it may cost stays held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What was made until then was charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stronger borders, no tinted fills.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Struck out: only in 1, {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Struck through: left out. Underlined: new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch it on first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch off for servers that refuse “stream_options”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take one of them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take that away: chmod go-w “{path}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last stroke back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken by the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell when the window is away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts, one a line; the answer ends before any of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That preset is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That run was deleted for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That saved view is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That would be {count} runs; a batch has {MOST_RUNS} at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address {host} was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer broke off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer broke off; what it cost is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer makes no sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen key was removed or switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The column of the days is not named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compatible endpoint has no base address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {label} broke after the request was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {label} closed before the answer was complete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content filter of {label} held back every picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cost limit is negative.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cost of {attempt_id} is not known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database comes first. You can go on working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database was changed outside mediadesk: restore a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The decoder gave an answer that cannot be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The default project cannot be deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk has too little space for the result; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full; new jobs wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds {parent} is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fallback chain names {name} twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file made its decoder fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file of {id} is damaged, so its metadata cannot be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file stays as it is; export it to open it elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file&apos;s id is not one of Google&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The incoming file is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input {asset_id} is not in the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job was cancelled at {label}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job was interrupted and cannot be picked up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job&apos;s id is not one of Google&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The job&apos;s id is not one of OpenAI&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key for {label} holds characters that no key has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key for {name} was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is not in the library any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key may not do this at {label}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of {named} is not one for {label}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key slot file {FILE_NAME} is damaged: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key slots belong to another library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key slots could not be written ({strerror}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key that this was made with was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key works; it may not list models.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key works; it may not read prices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key works; it may not show its limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key&apos;s name is empty or too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is closing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library was made by a newer mediadesk (schema {version}, this one knows {newest}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library was made by a newer mediadesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of prompts {name} is larger than 4 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of prompts {path} cannot be read ({strerror}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The media file is missing from the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model answered in words alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model answered in words instead of a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model has been retired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most that it may think. Less than the longest answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most that it may think; -1 lets the model decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most that one answer may use. Hidden reasoning counts too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of a preset is 1 to {LONGEST_NAME} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of a view is one to eighty characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new key is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old key was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The organisation holds characters that no id has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outcome of 1 job is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The outcome of {count} jobs is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parts are neither all WAV nor all MP3, so they stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parts differ in rate or channels, so they stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parts of the script are one sound now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase does not open this library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase has fewer than {MIN_PASSPHRASE_CHARACTERS} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture can be fetched even if mediadesk was closed. OpenAI keeps it for a while. A small text model passes your words on and may change them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price of {label} is not known, so this run needs a limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price of {label} is not known; it needs a limit for the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project “{name}” is archived or deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project&apos;s name is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt has {len} characters; {label} takes {maximum_prompt_length}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt or a parameter holds half a character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider answered without a result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider asked to wait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not know this job either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not take this seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider failed inside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider has no call that deletes this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider is busy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider refused this request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider sent an empty result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The raw parameters {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record of changes does not hold at event {event_id}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recovery key would lie inside the library that it opens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request has {count} tokens; {label} takes {room} here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request is too large for {label}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The resources folder is missing beside {package}. Install mediadesk again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result can be fetched even if mediadesk was closed. Google keeps it for a while.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result has expired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result is larger than mediadesk accepts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result is no longer kept at {label}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The result of {label} did not arrive whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run ended without a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {generation_id} is not part of this comparison.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run {item_id} has no results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The safety filter blocked this prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same prompt and seed give the same result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed makes similar answers likelier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample renderer stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema for the answer is not a JSON object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The script is spoken in {count} parts, each priced, and joined into one sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored key “{key_name}” for {provider} cannot be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sum of a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keyring did not answer within {timeout_s} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keyring did not keep the secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keyring is turned off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keyring no longer holds its half of the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keyring no longer holds the key of this library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keyring refused ({failures}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system says what finished, failed, has to be settled or nears a budget.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table of prompts cannot be read: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text does not say who speaks first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text so far is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text that came is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The thinking budget must be smaller than the longest answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The thumbnails were cleared. Each is made again when it is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {count} parts of the script are ready. They cannot be joined.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {label} is used up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {label} refused this run: {left}, the run may cost {format_usd}. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {label} was passed by a one-time exception.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a library in {path} already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a preset “{name}” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a view “{name}” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a project “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no attempt {attempt_id}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no batch “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no comparison {id}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no credit left at {label}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file “{source}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {parent}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no generation {generation_id}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no item {asset_id}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no library in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no library in {library_dir}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no mediadesk library in this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no picture to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preset “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no project {project_id}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no project “{name_or_id}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no prompt to run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no provider “{provider_id}” here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run {item_id}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting “{key}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no time zone “{name}” on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no time zone “{zone}” on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to settle about this job.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is space again; jobs go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is too little free space for the reserve. Free some first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They stay as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keyring that can be trusted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not look like an API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a PDF document. Export it to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a stored model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the last everyday way to open the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This item is not a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job does not wait any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job does not wait for a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job was sent again already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key is also used by {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key may not use the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library does not use the system keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library has no passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This library is not the one that was last open on this computer: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no parameter “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model is made by {value}, but the {label} account is for {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This price cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This price is negative or too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This price is nothing at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This recovery code does not open this library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run may cost {format_usd}, more than its limit of {format_usd2}. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was stopped after it had been sent; what it cost is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time or day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To enter: {amount} in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together the parts are larger than 512 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Together the parts are larger than a WAV file can be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top up at the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again, or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try fewer words or filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two results in one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two speakers need two different names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it anew, as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typical time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Underlined: only in 2, {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it with the keyring or recovery code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock with the passphrase or the recovery code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to 4 texts, one a line; the answer ends before any of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to 5 texts, one a line; the answer ends before any of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to {amount} may be billed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploading an input failed: {label} {why}. Nothing was charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use ISO 8601, or seconds since 1970.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use MP3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use PNG, JPEG, WebP, GIF, AVIF, MP4, WebM, MP3, WAV, OGG, FLAC, PDF or plain text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a library of your own, or change its owner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a library of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a passphrase instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a smaller input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a smaller or another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use at most {LONGEST_NAME} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use at most {LONGEST_NOTE} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use at most {max_length} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use at most {maximum_bytes} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use for example 1024 × 640 or 3840 × 2160.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use its id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use multiples of 16, for example 2048 × 1152.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use one like Europe/London.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use one like UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use smaller inputs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the mask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the new prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the recovery code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use up to 3:1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {join}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {plain} or less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {plain} or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {plain} to {plain2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {replaced_by}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use “{model}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use: {allowed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usually</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of setting {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values with commas between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary fewer settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewer background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewer background: {ground}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for it, or cancel it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it has finished and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting {time} before the next try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for a free slot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits for the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs between both texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What file and ledger say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known of the job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What shall not be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What takes the space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do with the video to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to paint, if not what the prompt says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a summary of the thinking is sent along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether reserved capacity may be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the model may also write a few words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of OpenAI&apos;s two interfaces for text is used. Both cost the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>White</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Winner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Winner: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works offline, without a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works. {count} {noun} available.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works. {format_usd} left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works. {len} {noun} available.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works{free}. The key has no limit of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a prompt first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it like 1.25.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it like fal-ai/flux/dev.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it like https://host/v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it like {“type”: “object”, …} with straight quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the address with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write them like {&quot;style&quot;: &quot;vivid&quot;}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {count} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {share}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {tokens} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {tokens} tokens, {rate} per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all time, or this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked to wait {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bit/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bpm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>favourite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inside budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mediadesk/kek/{kind}/1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mediadesk/{purpose}/{epoch}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median {median}, 95% within {slow}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {limit} budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rename preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>settle it in Activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{NOTICE_PERCENT} % of the {label} ({format_usd}) is spent or held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{VARIABLE} names no certificate that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ability}, {count} models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{action}, {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{agree} agree, {differ} differ, {file} only in the file, {here} only here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} after this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} held for 1 job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} held for {count} jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} of the budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} over the budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} spare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} was charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount}, {count} not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{attempt_id} has not ended yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{calls} of unknown cost not included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{cost} in total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} in {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} jobs were picked up at their providers, not sent twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} not saved. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {total} models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} results had arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} runs, {price} in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} settings are not used by this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} × {each}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} × {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} × {seconds} s × {rate}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{deed}, in the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{deed}: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total} files. You can go on working.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ended} of {total} finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{files} read, {size}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: say which column is what. Nothing is entered before you agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{finished} of {expected} {noun} arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} holds a library already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{format_usd_exact} cannot be given back for a call that cost {format_usd_exact2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{free} of {limit} free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{given} in, {made} out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} needs https: plain http is allowed for {where} only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{id} made {value}, which cannot be continued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{id} was not made here, so there is no recipe to mark it with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{item_id} made several calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{items}, {free} free on this disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{items}, {size}. Erased only when you empty it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} of the library</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} partly done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: outcome unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} (fal)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} answered without text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} asks to wait: too many requests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} cancelled this video.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} cannot continue a conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} cannot delete what it keeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} cannot pick up a job again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} could not be reached at {host} ({why}). Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} could not finish it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} could not finish this run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} could not make this video.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} could not store the result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} did not list its models in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} does not accept the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} does not know this model or address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} does not make {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} ended the answer before it began.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} ended the job without a video.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} failed on its side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} has been working for an hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} has been working for {patience} minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} has no model “{model_id}” for {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} has no way to look up this job.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} has not finished this picture yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} has not finished this run yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} has not finished this video after an hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} is overloaded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} makes 1 to {maximum_results} results at a time, not {result_count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} makes {kinds}, not {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} named a result address that {why}. It was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} named an address outside its own API. It was not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} named an address that cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} needs an API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} needs an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} needs an input: {lower}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} needs no key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} no longer keeps this result.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} no longer keeps this video.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} no longer offers this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} pointed to another address, which is not followed (HTTP {status}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} refused the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} refused this content.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} refused this request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} refused this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} sent an answer that cannot be read: it holds no picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} sent an answer that cannot be read: it names no {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} sent an answer that cannot be read: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} takes no input in the role “{role}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} takes {maximum_count} as {lower}, not {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} told a state that is not known: {redact}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} told an unknown state: {redact}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label} used up the token limit before it wrote anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}: budget used up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{length} / {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{len} models cannot be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library_dir} cannot be created ({strerror}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library_dir} cannot be created or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library_dir} cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library_dir} is a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{library_dir} is not empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{limit} a month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{maker}, through {provider}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{missing} The content filter held back {blocked}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} in {project}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} takes no inputs. Choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} takes no more {kind} inputs. Remove one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} takes no {kind} inputs, only {kinds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name_groups} of the recovery code {value} not right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{named} has no key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} ({kind}): {prompt}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} belongs to another library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has {size}, the limit of {model} is {limit}. Use a smaller file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds no prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} in {parent} is {state}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged or does not belong to these keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is there twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is {mime}, which {model} does not take. Use {formats}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} must begin with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was not made by mediadesk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {rate} succeeded, {times}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number}. {price}: {run}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pace} tok/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{pace} tokens/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} belongs to another user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be opened for writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read ({strerror}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {strerror}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be read or written ({strerror}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be read or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} has no column “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}, line {line_num}: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path}: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider_label} no longer serves {label}; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider} already has a key named “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider} answered: {reason} mediadesk waits as long as it asked for, then sends again. Nothing was charged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider} has no key yet. Add one in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{provider}, no key yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{read} in, up to {written} out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{running} running, {waiting} waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share}% cheaper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} are given back when the disk is full, so that results still land.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size}, sealed. They are taken in or removed by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size}. Made again when needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{spent} of {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{times}× faster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} elapsed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} elapsed, about {rest} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{uid} is not in the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{width} × {height} does not fit: {problem}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} Missing: {numbers}. The others are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words}, {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{wrong} sums of the statistics differ from the ledger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{endpoint_id}” is no endpoint of fal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file_name}” could not be kept: its place was cleared meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file_name}” is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file_name}” is larger than 2 GB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file_name}” is not a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file_name}” is not a type that mediadesk knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file_name}” is too large for {label}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file_name}” is {mime}, which {label} does not take as {lower}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}.{taken}” is set in the form already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” cannot be an extra parameter: it decides price or kind of the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” does not exist in the Responses interface.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}” is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{source}” cannot be read ({strerror}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{source}” is not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{str}” {why} (parameter {name}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not an amount in US dollars.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not an id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{url}” is not a web address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” does not fit the setting {key}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{words}” is not a number of days.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
