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
   <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle" />
      <Option name="color" type="QString" value="58,47,91,255" />
      <Option name="outline_color" type="QString" value="255,255,255,255" />
      <Option name="size" type="QString" value="1.587" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="outline_width" type="QString" value="0.2646" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="offset_unit" type="QString" value="MM" />
     </Option>
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style fieldName="&quot;id&quot;" isExpression="1" fontSize="8" fontSizeUnit="Point" textColor="34,34,34,255" multilineHeight="1" textOpacity="1">
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
  <field name="name_local">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="spellings">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="level">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="country">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="contained_by">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="radius_km">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="geonames_id">
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
  <field name="note">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="id" name="The place's name, as used in the other tables" />
  <alias field="name_local" name="Its name in the local script" />
  <alias field="spellings" name="Other spellings" />
  <alias field="level" name="Site, settlement, district, province or country" />
  <alias field="country" name="ISO 3166-1 alpha-2 code" />
  <alias field="contained_by" name="What holds it" />
  <alias field="radius_km" name="How far the place reaches from its point (km)" />
  <alias field="geonames_id" name="Its GeoNames id" />
  <alias field="source" name="Who prints the coordinates" />
  <alias field="note" name="What else is known of them" />
 </aliases>
 <editable>
  <field name="id" editable="0" />
  <field name="name_local" editable="0" />
  <field name="spellings" editable="0" />
  <field name="level" editable="0" />
  <field name="country" editable="0" />
  <field name="contained_by" editable="0" />
  <field name="radius_km" editable="0" />
  <field name="geonames_id" editable="0" />
  <field name="source" editable="0" />
  <field name="note" editable="0" />
 </editable>
 <previewExpression>"id"</previewExpression>
 <mapTip />
</qgis>
