<?xml version="1.0" encoding="UTF-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later
     A table a day: time, session, room. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:import href="base.xsl"/>

  <xsl:template match="day" mode="agenda">
    <xsl:variable name="rooms" select="boolean(session/room)"/>
    <table class="lectern-agenda">
      <caption class="lectern-hidden screen-reader-text"><xsl:value-of select="$w/@agenda"/>: <xsl:value-of select="date"/></caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="$w/@time"/></th>
          <th scope="col"><xsl:value-of select="$w/@session"/></th>
          <xsl:if test="$rooms"><th scope="col"><xsl:value-of select="$w/@room"/></th></xsl:if>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="session">
          <tr id="{@id}">
            <xsl:if test="@off"><xsl:attribute name="class">lectern-off</xsl:attribute></xsl:if>
            <th scope="row"><xsl:call-template name="times"/></th>
            <td><xsl:call-template name="session-title"/><xsl:call-template name="session"/></td>
            <xsl:if test="$rooms"><td class="lectern-room"><xsl:call-template name="rooms"/></td></xsl:if>
          </tr>
        </xsl:for-each>
      </tbody>
    </table>
  </xsl:template>
</xsl:stylesheet>
