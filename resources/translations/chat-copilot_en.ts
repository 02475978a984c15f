<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Translation</name>
    <message numerus="yes">
        <source>%n masked</source>
        <translation>
            <numerusform>%n masked</numerusform>
            <numerusform>%n masked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tokens</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message numerus="yes">
        <source>%n private details were hidden.</source>
        <translation>
            <numerusform>%n private detail was hidden.</numerusform>
            <numerusform>%n private details were hidden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message numerus="yes">
        <source>%n things need you</source>
        <translation>
            <numerusform>%n thing needs you</numerusform>
            <numerusform>%n things need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>History</name>
    <message numerus="yes">
        <source>%n messages and all that belongs to them. There is no way back.</source>
        <translation>
            <numerusform>%n message and all that belongs to it. There is no way back.</numerusform>
            <numerusform>%n messages and all that belongs to them. There is no way back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n offers were taken.</source>
        <translation>
            <numerusform>%n offer was taken.</numerusform>
            <numerusform>%n offers were taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>everything, for %n days</source>
        <translation>
            <numerusform>everything, for %n day</numerusform>
            <numerusform>everything, for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n and more found</source>
        <translation>
            <numerusform>%n and more found</numerusform>
            <numerusform>%n and more found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sent</name>
    <message numerus="yes">
        <source>%n tokens</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tok</source>
        <translation>
            <numerusform>%n tok</numerusform>
            <numerusform>%n tok</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hidden in it: %n</source>
        <translation>
            <numerusform>Hidden in it: %n</numerusform>
            <numerusform>Hidden in it: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message numerus="yes">
        <source>%n chats have a rule of their own.</source>
        <translation>
            <numerusform>%n chat has a rule of its own.</numerusform>
            <numerusform>%n chats have a rule of their own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n terms</source>
        <translation>
            <numerusform>%n term</numerusform>
            <numerusform>%n terms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message numerus="yes">
        <source>%n masked</source>
        <translation>
            <numerusform>%n masked</numerusform>
            <numerusform>%n masked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tok</source>
        <translation>
            <numerusform>%n tok</numerusform>
            <numerusform>%n tok</numerusform>
        </translation>
    </message>
</context>
</TS>
