<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later
     A card a session, side by side where the window is wide. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="base.xsl"/>

  <xsl:template match="day" mode="agenda">
    <div class="lectern-cards">
      <xsl:for-each select="session">
        <article id="{@id}" class="lectern-card">
          <xsl:if test="@off"><xsl:attribute name="class">lectern-card lectern-off</xsl:attribute></xsl:if>
          <p class="lectern-when">
            <xsl:call-template name="times"/>
            <xsl:if test="room"> · <xsl:call-template name="rooms"/></xsl:if>
          </p>
          <xsl:call-template name="session-title"/>
          <xsl:call-template name="session"/>
        </article>
      </xsl:for-each>
    </div>
  </xsl:template>

  <xsl:template name="more-style">.lectern-cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(16rem,100%),1fr));gap:.75rem}
.lectern-card{border:1px solid var(--line);border-top:.25rem solid var(--link);border-radius:.5rem;padding:.75rem;background:var(--panel)}
.lectern-when{color:var(--soft);margin-top:0;font-variant-numeric:tabular-nums}
@media print{.lectern-cards{grid-template-columns:1fr 1fr}}</xsl:template>
</xsl:stylesheet>
