<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later
     Headings and paragraphs: nothing that a theme could get wrong. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="base.xsl"/>

  <xsl:template match="day" mode="agenda">
    <xsl:for-each select="session">
      <article id="{@id}">
        <xsl:if test="@off"><xsl:attribute name="class">lectern-off</xsl:attribute></xsl:if>
        <xsl:call-template name="session-title"/>
        <p><strong><xsl:call-template name="times"/></strong><xsl:if test="room"> · <xsl:call-template name="rooms"/></xsl:if></p>
        <xsl:call-template name="session"/>
      </article>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="more-style">article{margin:1rem 0;padding-top:.5rem;border-top:1px solid var(--line)}</xsl:template>
</xsl:stylesheet>
