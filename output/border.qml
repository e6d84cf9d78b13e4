<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="1">
 <temporal enabled="1" mode="0">
  <fixedRange>
   <start />
   <end />
  </fixedRange>
 </temporal>
 <renderer-v2 type="categorizedSymbol" attr="&quot;id&quot;" symbollevels="0" enableorderby="0">
  <categories>
   <category symbol="0" value="IRN-PAK" label="Iran–Pakistan" render="true" />
   <category symbol="1" value="Natural Earth" label="Natural Earth" render="true" />
   <category symbol="2" value="" label="Anything else" render="true" />
  </categories>
  <symbols>
   <symbol type="line" alpha="1" clip_to_extent="1" force_rhr="0" name="0">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="58,47,91,255" />
      <Option name="line_width" type="QString" value="0.5821" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="capstyle" type="QString" value="round" />
     </Option>
    </layer>
   </symbol>
   <symbol type="line" alpha="1" clip_to_extent="1" force_rhr="0" name="1">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="58,47,91,255" />
      <Option name="line_width" type="QString" value="0.4763" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="1.852;1.058" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
   <symbol type="line" alpha="1" clip_to_extent="1" force_rhr="0" name="2">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="58,47,91,255" />
      <Option name="line_width" type="QString" value="0.5821" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="capstyle" type="QString" value="round" />
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style fieldName="&quot;name&quot;" isExpression="1" fontSize="8" fontSizeUnit="Point" textColor="34,34,34,255" multilineHeight="1" textOpacity="1">
    <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,217" bufferOpacity="1" bufferNoFill="1" bufferJoinStyle="128" />
   </text-style>
   <placement placement="2" placementFlags="9" distUnits="MM" offsetType="1" priority="5" predefinedPositionOrder="R,L,TR,BR,TL,BL,TSR,BSR" />
   <rendering drawLabels="1" obstacle="1" displayAll="0" fontMaxPixelSize="10000" />
  </settings>
 </labeling>
 <fieldConfiguration>
  <field name="id">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="name">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="countries">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="drawn_by">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="length_km">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="detail_m">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="source">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="licence">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="attribution">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="notes">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="id" name="The two countries' ISO 3166-1 alpha-3 codes" />
  <alias field="name" name="The border's name" />
  <alias field="countries" name="The two countries on its sides, ISO 3166-1 alpha-2 codes where they have any" />
  <alias field="drawn_by" name="Who draws a further line so" />
  <alias field="length_km" name="Geodesic length of the line at this detail (km)" />
  <alias field="detail_m" name="The tolerance that the line was simplified with (m)" />
  <alias field="source" name="Who made the line" />
  <alias field="licence" name="Under which licence" />
  <alias field="attribution" name="What must be shown with it" />
  <alias field="notes" name="What the line is, and where others draw it elsewhere" />
 </aliases>
 <editable>
  <field name="id" editable="0" />
  <field name="name" editable="0" />
  <field name="countries" editable="0" />
  <field name="drawn_by" editable="0" />
  <field name="length_km" editable="0" />
  <field name="detail_m" editable="0" />
  <field name="source" editable="0" />
  <field name="licence" editable="0" />
  <field name="attribution" editable="0" />
  <field name="notes" editable="0" />
 </editable>
 <previewExpression>"name"</previewExpression>
 <mapTip>&lt;div style="width:420px"&gt;&lt;b&gt;[% replace("name", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) %]&lt;/b&gt;&lt;table&gt;[% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Length&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace("length_km" || ' km, at a detail of ' || "detail_m" || ' m', map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Source&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace("source", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Licence&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace("licence" || '. ' || "attribution", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %]&lt;/table&gt;&lt;/div&gt;</mapTip>
</qgis>
