<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="1">
 <temporal enabled="1" mode="0">
  <fixedRange>
   <start />
   <end />
  </fixedRange>
 </temporal>
 <renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0">
  <symbols>
   <symbol type="fill" alpha="1" clip_to_extent="1" force_rhr="0" name="0">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="color" type="QString" value="58,47,91,10" />
      <Option name="style" type="QString" value="solid" />
      <Option name="outline_style" type="QString" value="no" />
     </Option>
    </layer>
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="line_color" type="QString" value="58,47,91,255" />
      <Option name="line_width" type="QString" value="0.2117" />
      <Option name="line_width_unit" type="QString" value="MM" />
      <Option name="line_style" type="QString" value="solid" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="capstyle" type="QString" value="flat" />
      <Option name="use_custom_dash" type="QString" value="1" />
      <Option name="customdash" type="QString" value="0.2646;0.7937" />
      <Option name="customdash_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style fieldName="&quot;distance_km&quot; || ' km'" isExpression="1" fontSize="8" fontSizeUnit="Point" textColor="34,34,34,255" multilineHeight="1" textOpacity="1">
    <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,217" bufferOpacity="1" bufferNoFill="1" bufferJoinStyle="128" />
   </text-style>
   <placement placement="4" distUnits="MM" offsetType="1" priority="5" predefinedPositionOrder="R,L,TR,BR,TL,BL,TSR,BSR" />
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
  <field name="border">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="distance_km">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="tolerance_m">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="id" name="The border's id, a slash, the distance" />
  <alias field="border" name="The border" />
  <alias field="distance_km" name="How far from the border it reaches, geodesic, to its tolerance (km)" />
  <alias field="tolerance_m" name="No point of its outline is farther than this from where the distance is exact (m)" />
 </aliases>
 <editable>
  <field name="id" editable="0" />
  <field name="border" editable="0" />
  <field name="distance_km" editable="0" />
  <field name="tolerance_m" editable="0" />
 </editable>
 <previewExpression>"id"</previewExpression>
 <mapTip />
</qgis>
