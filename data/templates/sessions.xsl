<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later
     A table whose sessions lead to pages of their own; abstracts stand only there. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="table.xsl"/>

  <xsl:template name="session">
    <xsl:call-template name="about-session"/>
    <xsl:if test="not(@href)"><xsl:call-template name="more-of-session"/></xsl:if>
  </xsl:template>
</xsl:stylesheet>
