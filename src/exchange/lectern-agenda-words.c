/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lectern-agenda-words.h"

#include "lectern-text.h"

#include <string.h>

/* Folded: small letters without marks. */
static const struct
{
  LecternAgendaColumn column;
  const char *words;
} columns[] = {
  { LECTERN_AGENDA_COLUMN_DAY, "day|date|tag|datum|dag|jour|dia|fecha|giorno|data|dzien|" },
  { LECTERN_AGENDA_COLUMN_TIME, "time|when|hour|hours|zeit|uhrzeit|wann|tid|klockan|klockslag|heure|horaire|tijd|ora|orario|hora|horario|czas|godzina|" },
  { LECTERN_AGENDA_COLUMN_START, "start|from|begin|begins|start time|beginn|von|anfang|borjar|debut|de|aanvang|inizio|inicio|poczatek|" },
  { LECTERN_AGENDA_COLUMN_END, "end|to|until|ends|end time|ende|bis|slut|slutar|fin|a|einde|fine|koniec|" },
  { LECTERN_AGENDA_COLUMN_DURATION, "duration|length|minutes|min|dauer|langd|duree|duur|durata|duracion|czas trwania|" },
  { LECTERN_AGENDA_COLUMN_TITLE, "title|what|session|item|topic|activity|programme|program|agenda|subject|titel|thema|programmpunkt|was|inhalt|amne|punkt|aktivitet|vad|titre|sujet|activite|onderwerp|titolo|argomento|titulo|tema|actividad|tytul|temat|contribution|" },
  { LECTERN_AGENDA_COLUMN_SPEAKER, "speaker|speakers|who|presenter|presenters|by|name|names|people|referent|referenten|referentin|wer|vortragende|talare|vem|medverkande|intervenant|intervenants|orateur|orateurs|qui|spreker|sprekers|wie|relatore|relatori|chi|ponente|ponentes|quien|prelegent|prelegenci|speaker(s)|" },
  { LECTERN_AGENDA_COLUMN_ROOM, "room|where|place|venue|location|hall|raum|ort|saal|wo|rum|lokal|plats|sal|var|salle|lieu|ou|zaal|ruimte|plaats|waar|sala|luogo|dove|lugar|donde|miejsce|" },
  { LECTERN_AGENDA_COLUMN_TRACK, "track|stream|strand|spar|piste|filiere|sciezka|" },
  { LECTERN_AGENDA_COLUMN_TYPE, "type|kind|format|art|typ|genre|soort|tipo|rodzaj|" },
  { LECTERN_AGENDA_COLUMN_NOTES, "notes|note|remarks|comment|comments|description|abstract|details|bemerkung|bemerkungen|anmerkungen|beschreibung|anteckningar|beskrivning|remarques|opmerkingen|notas|uwagi|" },
};

static gboolean
is_among (const char *words, const char *word)
{
  gsize length = strlen (word);
  for (const char *at = words; length > 0 && (at = strstr (at, word)) != NULL; at++)
    if ((at == words || at[-1] == '|') && at[length] == '|')
      return TRUE;
  return FALSE;
}

LecternAgendaColumn
lectern_agenda_column (const char *heading)
{
  g_autofree char *folded = lectern_text_fold (heading);
  g_strdelimit (folded, ":*", ' ');
  g_strstrip (folded);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (is_among (columns[i].words, folded))
      return columns[i].column;
  return LECTERN_AGENDA_COLUMN_OTHER;
}

const char *
lectern_agenda_role (const char *word)
{
  static const char *const roles[][2] = {
    { "chair", "chair|chaired by|chairs|chairperson|vorsitz|leitung|ordforande|president|presidence|voorzitter|presiede|preside|przewodniczy|" },
    { "moderator", "moderator|moderators|moderated by|moderation|moderatorin|moderateur|animation|moderatore|moderador|moderadora|" },
    { "speaker", "speaker|speakers|presented by|presenter|presenters|by|with|referent|referentin|referenten|mit|von|talare|med|intervenant|intervenants|avec|par|spreker|sprekers|relatore|relatori|ponente|ponentes|con|prelegent|prelegenci|speaker(s)|" },
    { "panellist", "panellist|panellists|panelist|panelists|panel|podium|paneldeltagare|panelistes|panelleden|panelisti|panelistas|" },
    { "rapporteur", "rapporteur|rapporteurs|berichterstatter|berichterstatterin|rapportor|sprawozdawca|relator|" },
    { "interpreter", "interpreter|interpreters|dolmetscher|dolmetscherin|tolk|interprete|interpretes|tlumacz|" },
  };
  g_autofree char *folded = lectern_text_fold (word);
  g_strstrip (folded);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (is_among (roles[i][1], folded))
      return roles[i][0];
  return NULL;
}

/* The beginnings of words that a title has; the first in the table that it has decides. */
static const struct
{
  const char *type;
  const char *words;
} types[] = {
  { "meal", "lunch|buffet|dinner|supper|breakfast|mittag|abendessen|fruhstuck|imbiss|middag|dejeuner|diner|avondeten|pranzo|cena|almuerzo|comida|obiad|kolacja|" },
  { "break", "coffee|tea break|break|pause|kaffee|kaffe|fika|rast|paus|cafe|koffie|pauze|caffe|descanso|przerwa|kawa|" },
  { "visit", "visit|study tour|boat tour|guided tour|excursion|field trip|besuch|besichtigung|fuhrung|exkursion|studiebesok|besok|rundtur|visite|bezoek|rondleiding|visita|wizyta|" },
  { "administrative", "registration|arrival|departure|sign-in|end of|anmeldung|ankunft|abreise|abfahrt|ende der|registrering|ankomst|avresa|slut|accueil|inscription|depart|registratie|aankomst|vertrek|registrazione|registro|llegada|salida|rejestracja|" },
  { "social", "networking|reception|social|drinks|cocktail|party|concert|empfang|umtrunk|mingel|reception|borrel|ricevimento|recepcion|" },
  { "workshop", "workshop|hands-on|werkstatt|verkstad|atelier|laboratorio|taller|warsztat|" },
  { "plenary", "plenary|keynote|opening|welcome|panel|plenum|eroffnung|begrussung|schlusswort|podium|inledning|invigning|valkommen|ouverture|pleniere|bienvenue|opening|welkom|apertura|benvenut|plenaria|bienvenida|otwarcie|powitanie|closing|" },
};

/* Whether a word of @folded begins with one of @words. */
static gboolean
has_word (const char *folded, const char *words)
{
  g_auto (GStrv) all = g_strsplit (words, "|", -1);
  for (char **word = all; *word != NULL; word++)
    for (const char *at = folded; **word != '\0' && (at = strstr (at, *word)) != NULL; at++)
      if (at == folded || !g_ascii_isalnum (at[-1]))
        return TRUE;
  return FALSE;
}

const char *
lectern_agenda_type (const char *title)
{
  g_autofree char *folded = lectern_text_fold (title);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (has_word (folded, types[i].words))
      return types[i].type;
  return NULL;
}

guint
lectern_agenda_day_number (const char *text, const char **rest)
{
  static const char *const words[] = { "day", "tag", "dag", "jour", "dia", "día", "giorno", "dzien", "dzień" };
  const char *at = text;
  char *end;
  guint64 before = g_ascii_strtoull (at, &end, 10);
  if (end != at)
    at = end + strspn (end, ". ");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);
      if (g_ascii_strncasecmp (at, words[i], length) != 0 || g_unichar_isalpha (g_utf8_get_char (at + length)))
        continue;
      const char *after = at + length + strspn (at + length, " ");
      guint64 number = end != text ? before : g_ascii_strtoull (after, &end, 10);
      if (number < 1 || number > 366 || (at == text && end == after))
        return 0;
      *rest = at == text ? end : at + length;
      return (guint) number;
    }
  return 0;
}

gboolean
lectern_agenda_is_open (const char *text)
{
  static const char *const words = "tbc|tba|t.b.c|t.b.a|tbd|to be confirmed|to be announced|to be decided|n.n.|noch offen|angefragt|wird noch|meddelas senare|ej bekraftad|a confirmer|nog te bevestigen|da confermare|por confirmar|do potwierdzenia|";
  g_autofree char *folded = lectern_text_fold (text);
  return has_word (folded, words);
}

gboolean
lectern_agenda_is_room (const char *text)
{
  static const char *const words = "room|hall|auditorium|foyer|lobby|theatre|theater|restaurant|canteen|pier|terrace|online|zoom|teams|saal|raum|sitzungssaal|konferenzraum|aula|kantine|sal |rum |lokal|matsal|salle|amphi|zaal|sala|salon|stage|buhne|scen|pavilion|tent|zelt|building|floor|";
  g_autofree char *folded = lectern_text_fold (text);
  g_autofree char *spaced = g_strconcat (folded, " ", NULL);
  return has_word (spaced, words) || g_str_has_suffix (folded, "saal") || g_str_has_suffix (folded, "raum")
         || g_str_has_suffix (folded, "salen") || g_str_has_suffix (folded, "rummet") || g_str_has_suffix (folded, "zaal");
}

gboolean
lectern_agenda_is_person (const char *text)
{
  static const char *const small = "van|von|der|den|de|la|le|di|da|del|della|af|zu|ten|ter|el|al|y|e|dr.|prof.|";
  static const char *const not_people = "region|university|universitat|universitet|universite|institut|ministry|ministerium|agency|agentur|cluster|gmbh|ltd|council|commission|chamber|centre|center|project|partner|team|group|secretariat|office|city|county|lansstyrelse|kommun|stadt|province|provincie|network|association|";
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autofree char *folded = lectern_text_fold (text);
  guint n = g_strv_length (words), large = 0;
  if (n < 2 || n > 6 || strlen (text) > 80 || has_word (folded, not_people))
    return FALSE;
  for (char **word = words; *word != NULL; word++)
    {
      gunichar first = g_utf8_get_char (*word);
      g_autofree char *lower = g_utf8_strdown (*word, -1);
      if (strpbrk (*word, "0123456789:;!?/&@") != NULL)
        return FALSE;
      if (g_unichar_isupper (first))
        large++;
      else if (!is_among (small, lower))
        return FALSE;
    }
  return large >= 2;
}
