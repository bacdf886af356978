<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later

     What all templates share. A template imports this and says how a day of the agenda looks
     (mode "agenda"); whatever else it wants to have otherwise it writes again: what a template
     says comes before what it imports. The XML it reads is described in README.md. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="html" encoding="UTF-8"/>

  <xsl:variable name="w" select="/page/words"/>
  <xsl:variable name="page" select="/page"/>

  <!-- The frame: a whole page, or what stands inside somebody else's. -->

  <xsl:template match="/page[@form='page']">
    <html lang="{@lang}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none'"/>
        <meta name="generator" content="Lectern"/>
        <title><xsl:value-of select="title"/></title>
        <xsl:if test="description"><meta name="description" content="{description}"/></xsl:if>
        <xsl:for-each select="language"><link rel="alternate" hreflang="{@code}" href="{@href}"/></xsl:for-each>
        <xsl:for-each select="file"><link rel="alternate" type="{@type}" href="{@href}"/></xsl:for-each>
        <xsl:call-template name="style"/>
      </head>
      <body class="lectern">
        <xsl:if test="agenda"><a class="lectern-skip" href="#agenda"><xsl:value-of select="$w/@skip"/></a></xsl:if>
        <header>
          <xsl:call-template name="languages"/>
          <xsl:apply-templates select="look/logo"/>
          <xsl:apply-templates select="." mode="before-title"/>
          <xsl:if test="normalize-space(title)"><h1><xsl:copy-of select="title/@lang"/><xsl:value-of select="title"/></h1></xsl:if>
          <xsl:apply-templates select="." mode="after-title"/>
        </header>
        <main><xsl:apply-templates select="." mode="content"/></main>
        <footer><xsl:call-template name="foot"/></footer>
      </body>
    </html>
  </xsl:template>

  <!-- The theme around it writes the title. -->
  <xsl:template match="/page[@form='fragment']">
    <div class="lectern" lang="{@lang}">
      <xsl:call-template name="languages"/>
      <xsl:apply-templates select="look/logo"/>
      <xsl:apply-templates select="." mode="before-title"/>
      <xsl:apply-templates select="." mode="after-title"/>
      <xsl:apply-templates select="." mode="content"/>
      <div class="lectern-foot"><xsl:call-template name="foot"/></div>
    </div>
  </xsl:template>

  <xsl:template name="languages">
    <xsl:if test="language">
      <nav aria-label="{$w/@languages}">
        <ul class="lectern-row">
          <!-- the page one is on is named, not linked -->
          <xsl:for-each select="language">
            <li>
              <xsl:choose>
                <xsl:when test="@here"><strong lang="{@code}"><xsl:value-of select="."/></strong></xsl:when>
                <xsl:otherwise><a href="{@href}" hreflang="{@code}" lang="{@code}"><xsl:value-of select="."/></a></xsl:otherwise>
              </xsl:choose>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template match="logo|emblem"><p class="lectern-{name()}"><img src="{@src}" alt="{@alt}"/></p></xsl:template>

  <xsl:template name="foot">
    <xsl:apply-templates select="look/emblem"/>
    <xsl:for-each select="foot">
      <xsl:apply-templates select="funding|disclaimer" mode="prose"/>
      <xsl:for-each select="programme"><p><a href="{@href}"><xsl:copy-of select="@lang"/><xsl:value-of select="."/></a></p></xsl:for-each>
      <xsl:for-each select="changed"><p class="lectern-soft"><xsl:value-of select="$w/@changed"/>: <xsl:apply-templates select="." mode="time"/></p></xsl:for-each>
    </xsl:for-each>
  </xsl:template>

  <!-- Bricks. -->

  <xsl:template match="*" mode="prose"><div><xsl:copy-of select="@lang|node()"/></div></xsl:template>
  <xsl:template match="*" mode="time"><time datetime="{@iso}"><xsl:value-of select="."/></time></xsl:template>
  <xsl:template match="*" mode="span">
    <xsl:choose>
      <xsl:when test="@lang"><span lang="{@lang}"><xsl:value-of select="."/></span></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="*" mode="link">
    <xsl:choose>
      <xsl:when test="@href"><a href="{@href}"><xsl:copy-of select="@lang"/><xsl:value-of select="."/></a></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="." mode="span"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="*" mode="soft"><p class="lectern-soft"><xsl:copy-of select="@lang"/><xsl:value-of select="."/></p></xsl:template>

  <!-- The page of an event. -->

  <xsl:template match="page" mode="before-title"/>
  <xsl:template match="page" mode="after-title"/>

  <xsl:template match="page[@kind='event']" mode="before-title">
    <xsl:apply-templates select="programme" mode="soft"/>
    <xsl:for-each select="series">
      <p class="lectern-soft">
        <xsl:if test="@ordinal"><xsl:value-of select="@ordinal"/>. </xsl:if>
        <xsl:apply-templates select="." mode="span"/>
      </p>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="page[@kind='event']" mode="after-title">
    <xsl:for-each select="subtitle"><p><xsl:copy-of select="@lang"/><xsl:value-of select="."/></p></xsl:for-each>
    <xsl:apply-templates select="release" mode="soft"/>
    <xsl:apply-templates select="state"/>
  </xsl:template>

  <xsl:template match="state">
    <p class="lectern-notice">
      <xsl:value-of select="text"/>
      <xsl:for-each select="first-announced">
        <xsl:text> </xsl:text><xsl:value-of select="$w/@first-announced"/><xsl:text> </xsl:text>
        <xsl:apply-templates select="." mode="time"/><xsl:text>.</xsl:text>
      </xsl:for-each>
    </p>
  </xsl:template>

  <xsl:template match="page[@kind='event']" mode="content">
    <xsl:call-template name="facts"/>
    <xsl:apply-templates select="summary" mode="prose"/>
    <xsl:if test="changes">
      <section aria-labelledby="changes"><h2 id="changes"><xsl:value-of select="$w/@changes"/></h2><xsl:apply-templates select="changes" mode="prose"/></section>
    </xsl:if>
    <xsl:call-template name="to-come"/>
    <xsl:apply-templates select="registration"/>
    <xsl:apply-templates select="agenda"/>
    <xsl:call-template name="speakers"/>
    <xsl:call-template name="venues"/>
    <xsl:call-template name="files"/>
  </xsl:template>

  <xsl:template name="facts">
    <dl class="lectern-facts">
      <dt><xsl:value-of select="$w/@when"/></dt>
      <xsl:for-each select="hours">
        <dd>
          <xsl:apply-templates select="date" mode="time"/>
          <xsl:if test="from">, <xsl:value-of select="from"/>–<xsl:value-of select="to"/></xsl:if>
        </dd>
      </xsl:for-each>
      <xsl:if test="not(hours)"><dd>
        <xsl:choose>
          <xsl:when test="when"><xsl:apply-templates select="when" mode="time"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$w/@dates-to-come"/></xsl:otherwise>
        </xsl:choose>
      </dd></xsl:if>
      <xsl:if test="online|venue or not(state/@key='cancelled')"><dt><xsl:value-of select="$w/@where"/></dt></xsl:if>
      <xsl:for-each select="online"><dd><xsl:apply-templates select="." mode="link"/></dd></xsl:for-each>
      <xsl:for-each select="venue">
        <dd>
          <strong><xsl:copy-of select="name/@lang"/><xsl:value-of select="name"/></strong>
          <xsl:if test="address"><br/><xsl:value-of select="address"/></xsl:if>
        </dd>
      </xsl:for-each>
      <xsl:if test="not(online|venue)"><xsl:choose>
        <xsl:when test="state/@key='online'"><dd><xsl:value-of select="$w/@online"/></dd></xsl:when>
        <xsl:when test="not(state/@key='cancelled')"><dd><xsl:value-of select="$w/@place-to-come"/></dd></xsl:when>
      </xsl:choose></xsl:if>
      <xsl:for-each select="host"><dt><xsl:value-of select="$w/@host"/></dt><dd><xsl:apply-templates select="." mode="link"/></dd></xsl:for-each>
    </dl>
  </xsl:template>

  <xsl:template name="to-come">
    <xsl:if test="to-come">
      <section aria-labelledby="to-come">
        <h2 id="to-come"><xsl:value-of select="$w/@to-come"/></h2>
        <ul>
          <xsl:for-each select="to-come">
            <li>
              <xsl:apply-templates select="text" mode="span"/>
              <xsl:for-each select="due">
                <xsl:text> (</xsl:text><xsl:value-of select="$w/@by"/><xsl:text> </xsl:text>
                <xsl:apply-templates select="." mode="time"/><xsl:text>)</xsl:text>
              </xsl:for-each>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="registration">
    <section aria-labelledby="registration">
      <h2 id="registration"><xsl:value-of select="$w/@registration"/></h2>
      <p>
        <xsl:choose>
          <xsl:when test="@href"><a href="{@href}"><xsl:value-of select="$w/@register-here"/></a></xsl:when>
          <xsl:otherwise><xsl:value-of select="$w/@registration-to-come"/></xsl:otherwise>
        </xsl:choose>
      </p>
      <xsl:if test="opens|closes|@places">
        <dl class="lectern-facts">
          <xsl:for-each select="opens"><dt><xsl:value-of select="$w/@registration-opens"/></dt><dd><xsl:apply-templates select="." mode="time"/></dd></xsl:for-each>
          <xsl:for-each select="closes"><dt><xsl:value-of select="$w/@registration-closes"/></dt><dd><xsl:apply-templates select="." mode="time"/></dd></xsl:for-each>
          <xsl:for-each select="@places"><dt><xsl:value-of select="$w/@places"/></dt><dd><xsl:value-of select="."/></dd></xsl:for-each>
        </dl>
      </xsl:if>
    </section>
  </xsl:template>

  <!-- The agenda. -->

  <xsl:template match="agenda">
    <section aria-labelledby="agenda">
      <h2 id="agenda"><xsl:value-of select="$w/@agenda"/></h2>
      <xsl:choose>
        <xsl:when test="day">
          <xsl:if test="@zone"><p class="lectern-soft"><xsl:value-of select="$w/@times-in"/><xsl:text> </xsl:text><xsl:value-of select="@zone"/></p></xsl:if>
          <xsl:if test="count(day) &gt; 1">
            <nav aria-label="{$w/@days}">
              <ul class="lectern-row">
                <xsl:for-each select="day"><li><a href="#{@id}"><xsl:value-of select="date"/></a></li></xsl:for-each>
              </ul>
            </nav>
          </xsl:if>
          <xsl:apply-templates select="day"/>
        </xsl:when>
        <xsl:otherwise><p><xsl:value-of select="$w/@agenda-to-come"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:template match="day">
    <section aria-labelledby="{@id}">
      <h3 id="{@id}">
        <xsl:call-template name="date"/>
        <xsl:if test="title"><xsl:text>: </xsl:text><xsl:apply-templates select="title" mode="span"/></xsl:if>
      </h3>
      <xsl:apply-templates select="venue" mode="soft"/>
      <xsl:if test="in-room">
        <details class="lectern-by-room">
          <summary><xsl:value-of select="$w/@by-room"/><xsl:text> </xsl:text><span class="lectern-hidden screen-reader-text"><xsl:value-of select="date"/></span></summary>
          <xsl:for-each select="in-room">
            <h4><xsl:copy-of select="name/@lang"/><xsl:value-of select="name"/></h4>
            <ul>
              <xsl:for-each select="item">
                <li><a href="#{@ref}"><xsl:for-each select="start"><xsl:apply-templates select="." mode="time"/><xsl:text> </xsl:text></xsl:for-each><xsl:apply-templates select="title" mode="span"/></a></li>
              </xsl:for-each>
            </ul>
          </xsl:for-each>
        </details>
      </xsl:if>
      <xsl:apply-templates select="." mode="agenda"/>
    </section>
  </xsl:template>

  <xsl:template name="date">
    <xsl:choose>
      <xsl:when test="date/@iso"><xsl:apply-templates select="date" mode="time"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="date"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="times">
    <xsl:choose>
      <xsl:when test="start">
        <time datetime="{start/@iso}"><xsl:value-of select="start"/></time>
        <xsl:if test="end">–<time datetime="{end/@iso}"><xsl:value-of select="end"/></time></xsl:if>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$w/@no-time"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="rooms">
    <xsl:for-each select="room"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:apply-templates select="." mode="span"/></xsl:for-each>
  </xsl:template>

  <xsl:template name="session-title">
    <h4>
      <xsl:copy-of select="title/@lang"/>
      <xsl:choose>
        <xsl:when test="@href"><a href="{@href}"><xsl:value-of select="title"/></a></xsl:when>
        <xsl:otherwise><xsl:value-of select="title"/></xsl:otherwise>
      </xsl:choose>
    </h4>
  </xsl:template>

  <!-- What is said of a session under its title, but for its time and room. -->
  <xsl:template name="about-session">
    <xsl:if test="mark"><p class="lectern-mark"><xsl:value-of select="mark"/></p></xsl:if>
    <xsl:for-each select="subtitle"><p><xsl:copy-of select="@lang"/><xsl:value-of select="."/></p></xsl:for-each>
    <xsl:if test="person">
      <p>
        <xsl:for-each select="person">
          <xsl:if test="position() &gt; 1">, </xsl:if>
          <xsl:value-of select="name"/>
          <xsl:if test="note">
            <xsl:text> (</xsl:text>
            <xsl:for-each select="note"><xsl:if test="position() &gt; 1">, </xsl:if><xsl:value-of select="."/></xsl:for-each>
            <xsl:text>)</xsl:text>
          </xsl:if>
        </xsl:for-each>
      </p>
    </xsl:if>
    <xsl:if test="track|type">
      <p class="lectern-soft">
        <xsl:for-each select="track">
          <span class="lectern-track"><xsl:copy-of select="@lang"/><xsl:if test="@colour"><xsl:attribute name="style">border-color:<xsl:value-of select="@colour"/></xsl:attribute></xsl:if><xsl:value-of select="."/></span>
          <xsl:if test="../type"> · </xsl:if>
        </xsl:for-each>
        <xsl:value-of select="type"/>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:template name="more-of-session">
    <xsl:apply-templates select="abstract" mode="prose"/>
    <xsl:if test="link"><ul><xsl:for-each select="link"><li><xsl:apply-templates select="." mode="link"/></li></xsl:for-each></ul></xsl:if>
  </xsl:template>

  <!-- In a long agenda a click away. -->
  <xsl:template name="session">
    <xsl:call-template name="about-session"/>
    <xsl:if test="abstract|link">
      <xsl:choose>
        <xsl:when test="$page/agenda/@details='closed'">
          <details>
            <summary><xsl:value-of select="$w/@more"/><xsl:text> </xsl:text><span class="lectern-hidden screen-reader-text"><xsl:value-of select="title"/></span></summary>
            <xsl:call-template name="more-of-session"/>
          </details>
        </xsl:when>
        <xsl:otherwise><xsl:call-template name="more-of-session"/></xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>

  <!-- The page of one session. -->

  <xsl:template match="page[@kind='session']" mode="before-title">
    <xsl:for-each select="event"><p class="lectern-soft"><xsl:apply-templates select="." mode="back"/></p></xsl:for-each>
  </xsl:template>
  <xsl:template match="event" mode="back">
    <xsl:choose>
      <xsl:when test="@href"><a href="{@href}"><xsl:copy-of select="title/@lang"/><xsl:value-of select="title"/></a></xsl:when>
      <xsl:otherwise><xsl:value-of select="title"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <xsl:template match="page[@kind='session']" mode="after-title"><xsl:apply-templates select="state"/></xsl:template>
  <xsl:template match="page[@kind='session']" mode="content">
    <xsl:for-each select="day/session">
      <dl class="lectern-facts">
        <dt><xsl:value-of select="$w/@when"/></dt>
        <dd><xsl:for-each select=".."><xsl:call-template name="date"/></xsl:for-each>, <xsl:call-template name="times"/></dd>
        <xsl:if test="room"><dt><xsl:value-of select="$w/@room"/></dt><dd><xsl:call-template name="rooms"/></dd></xsl:if>
      </dl>
      <xsl:call-template name="about-session"/>
      <xsl:call-template name="more-of-session"/>
    </xsl:for-each>
  </xsl:template>

  <!-- After the agenda. -->

  <xsl:template name="speakers">
    <xsl:if test="speaker">
      <section aria-labelledby="speakers">
        <h2 id="speakers"><xsl:value-of select="$w/@speakers"/></h2>
        <ul class="lectern-people">
          <xsl:for-each select="speaker">
            <li>
              <strong><xsl:value-of select="name"/></strong>
              <xsl:for-each select="job|organisation">, <xsl:apply-templates select="." mode="span"/></xsl:for-each>
              <xsl:if test="biography">
                <details>
                  <summary><xsl:value-of select="$w/@more"/><xsl:text> </xsl:text><span class="lectern-hidden screen-reader-text"><xsl:value-of select="name"/></span></summary>
                  <xsl:apply-templates select="biography" mode="prose"/>
                </details>
              </xsl:if>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="venues">
    <xsl:if test="venue[link|access|accessibility|address]">
      <section aria-labelledby="places">
        <h2 id="places"><xsl:value-of select="$w/@where"/></h2>
        <xsl:for-each select="venue">
          <h3><xsl:copy-of select="name/@lang"/><xsl:value-of select="name"/></h3>
          <xsl:if test="address"><p><xsl:value-of select="address"/></p></xsl:if>
          <xsl:if test="link"><ul class="lectern-row"><xsl:for-each select="link"><li><xsl:apply-templates select="." mode="link"/></li></xsl:for-each></ul></xsl:if>
          <xsl:if test="access"><h4><xsl:value-of select="$w/@access"/></h4><xsl:apply-templates select="access" mode="prose"/></xsl:if>
          <xsl:if test="accessibility"><h4><xsl:value-of select="$w/@accessibility"/></h4><xsl:apply-templates select="accessibility" mode="prose"/></xsl:if>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="files">
    <xsl:if test="file">
      <section aria-labelledby="files">
        <h2 id="files"><xsl:value-of select="$w/@files"/></h2>
        <ul class="lectern-row"><xsl:for-each select="file"><li><a href="{@href}" type="{@type}"><xsl:value-of select="."/></a></li></xsl:for-each></ul>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The style: of a whole page only; a theme has its own. Classes begin with "lectern-". -->

  <xsl:template name="style">
    <style>:root{color-scheme:light dark;--ground:#fff;--ink:#1b1d20;--soft:#555b63;--line:#c9ced5;--panel:#f3f5f7;--link:<xsl:value-of select="look/@accent"/>;--warn:#8a3b00}
@media(prefers-color-scheme:dark){:root{--ground:#15171a;--ink:#eceef1;--soft:#aeb5be;--line:#3d434b;--panel:#1f2327;--link:<xsl:value-of select="look/@accent-dark"/>;--warn:#ffb27d}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1rem;max-width:56rem;font:1rem/1.5 system-ui,sans-serif;background:var(--ground);color:var(--ink);overflow-wrap:anywhere}
a{color:var(--link)}
a:focus-visible,summary:focus-visible{outline:3px solid var(--link);outline-offset:2px}
h1{font-size:2rem;line-height:1.2;margin:.25rem 0}
h2{font-size:1.4rem;margin:2rem 0 .5rem;border-bottom:2px solid var(--link)}
h3{font-size:1.15rem;margin:1.5rem 0 .5rem}
h4{font-size:1rem;margin:0}
p,ul,ol,dl{margin:.5rem 0}
img{max-width:100%;height:auto}
.lectern-logo img{max-height:6rem}
.lectern-emblem img{max-height:4rem}
.lectern-skip{position:absolute;left:-100rem}
.lectern-skip:focus{left:1rem;background:var(--ground);padding:.5rem}
.lectern-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.lectern-soft{color:var(--soft)}
.lectern-notice{border-left:.3rem solid var(--warn);background:var(--panel);padding:.5rem .75rem;font-weight:600}
.lectern-mark{color:var(--warn);font-weight:600}
.lectern-off h4{text-decoration:line-through}
.lectern-row{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1rem}
.lectern-row a,.lectern-row strong{display:inline-block;padding:.25rem 0}
.lectern-facts{display:grid;grid-template-columns:minmax(6rem,auto) 1fr;gap:.25rem 1rem}
.lectern-facts dt{color:var(--soft);grid-column:1}
.lectern-facts dd{margin:0;grid-column:2}
table{border-collapse:collapse;width:100%}
th,td{text-align:start;vertical-align:top;padding:.5rem;border-top:1px solid var(--line)}
thead th{color:var(--soft);font-weight:600;border-top:0}
tbody th{font-weight:600;white-space:nowrap;font-variant-numeric:tabular-nums}
.lectern-room{width:22%}
.lectern-track{border-left:.3rem solid var(--line);padding-left:.4rem}
summary{cursor:pointer;padding:.15rem 0;color:var(--link)}
.lectern-people li{margin:.25rem 0}
footer{margin-top:3rem;border-top:1px solid var(--line);font-size:.9rem}
<xsl:call-template name="more-style"/>
@page{size:A4;margin:15mm}
@media print{:root{--ground:#fff;--ink:#000;--soft:#333;--line:#999;--panel:#fff;--link:#000;--warn:#000}
body{max-width:none;padding:0;font-size:10pt}
.lectern-skip,nav,.lectern-by-room{display:none}
thead{display:table-header-group}
tr,h2,h3,h4,article{break-inside:avoid}
h2,h3{break-after:avoid}
a{text-decoration:none}}
</style>
  </xsl:template>
  <xsl:template name="more-style"/>


  <!-- News, the letter that gathers them, the list of all events. -->

  <xsl:template match="page[@kind='news']" mode="before-title">
    <xsl:for-each select="event"><p class="lectern-soft"><xsl:apply-templates select="." mode="back"/></p></xsl:for-each>
  </xsl:template>
  <xsl:template match="page[@kind='news']" mode="content">
    <xsl:for-each select="article">
      <article><xsl:copy-of select="@lang"/><xsl:for-each select="when"><p class="lectern-soft"><xsl:apply-templates select="." mode="time"/></p></xsl:for-each><xsl:copy-of select="text/node()"/></article>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="page[@kind='letter']" mode="content">
    <xsl:for-each select="article">
      <article>
        <xsl:copy-of select="@lang"/>
        <h2><xsl:value-of select="title"/></h2>
        <xsl:for-each select="when"><p class="lectern-soft"><xsl:apply-templates select="." mode="time"/></p></xsl:for-each>
        <xsl:copy-of select="text/node()"/>
      </article>
    </xsl:for-each>
    <xsl:call-template name="upcoming"/>
  </xsl:template>

  <xsl:template name="upcoming">
    <xsl:if test="upcoming">
      <h2 id="upcoming"><xsl:value-of select="$w/@upcoming"/></h2>
      <ul><xsl:apply-templates select="upcoming" mode="entry"/></ul>
    </xsl:if>
    <xsl:if test="contact">
      <h2 id="contact"><xsl:value-of select="$w/@contact"/></h2>
      <ul class="lectern-row"><xsl:for-each select="contact"><li><xsl:apply-templates select="." mode="link"/></li></xsl:for-each></ul>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*" mode="entry">
    <li>
      <xsl:choose>
        <xsl:when test="@href"><a href="{@href}"><xsl:copy-of select="@lang"/><xsl:value-of select="title"/></a></xsl:when>
        <xsl:when test="@lang"><span lang="{@lang}"><xsl:value-of select="title"/></span></xsl:when>
        <xsl:otherwise><xsl:value-of select="title"/></xsl:otherwise>
      </xsl:choose>
      <xsl:for-each select="when">, <xsl:value-of select="."/></xsl:for-each>
    </li>
  </xsl:template>

  <xsl:template match="page[@kind='index']" mode="content">
    <h2 id="events"><xsl:value-of select="$w/@events"/></h2>
    <ul><xsl:apply-templates select="entry" mode="entry"/></ul>
  </xsl:template>

  <!-- The letter as a message: a reader of mail knows no style sheet, so its few colours stand in
       place, on white. -->
  <xsl:template match="/page[@kind='mail']" priority="1">
    <html lang="{@lang}">
      <head><meta charset="utf-8"/><title><xsl:value-of select="title"/></title></head>
      <body style="font:16px/1.5 sans-serif;color:#1b1d20;background:#ffffff;max-width:40em;margin:0 auto;padding:16px">
        <header><h1><xsl:value-of select="title"/></h1></header>
        <main>
          <xsl:for-each select="article">
            <article>
              <xsl:copy-of select="@lang"/>
              <h2 style="font-size:20px;border-bottom:1px solid #c9ced5"><xsl:value-of select="title"/></h2>
              <xsl:for-each select="when"><p><xsl:value-of select="."/></p></xsl:for-each>
              <xsl:copy-of select="text/node()"/>
            </article>
          </xsl:for-each>
          <xsl:call-template name="upcoming"/>
        </main>
        <footer><xsl:for-each select="foot"><xsl:apply-templates select="funding|disclaimer" mode="prose"/></xsl:for-each></footer>
      </body>
    </html>
  </xsl:template>
</xsl:stylesheet>
