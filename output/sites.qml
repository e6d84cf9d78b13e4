<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="AllStyleCategories" labelsEnabled="1">
 <temporal startField="first_day" endField="last_day" startExpression="if(&quot;first_day&quot; is null or &quot;last_day&quot; is null, @map_start_time, to_datetime(&quot;first_day&quot;))" endExpression="if(&quot;first_day&quot; is null or &quot;last_day&quot; is null, @map_end_time, to_datetime(&quot;last_day&quot;) + to_interval('86399 seconds'))" durationUnit="min" fixedDuration="0" limitMode="1" accumulate="0" enabled="1" mode="4" />
 <renderer-v2 type="categorizedSymbol" attr="&quot;symbol&quot; || ', ' || &quot;actor_side&quot;" symbollevels="0" enableorderby="1">
  <categories>
   <category symbol="0" value="strike, Pakistan" label="Strike · Pakistan" render="true" />
   <category symbol="1" value="" label="Anything else" render="true" />
  </categories>
  <symbols>
   <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="0">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle" />
      <Option name="color" type="QString" value="0,0,0,0" />
      <Option name="outline_color" type="QString" value="255,255,255,255" />
      <Option name="size" type="QString" value="4" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="outline_width" type="QString" value="0.926" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="offset_unit" type="QString" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="enabled" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle" />
      <Option name="color" type="QString" value="0,0,0,0" />
      <Option name="outline_color" type="QString" value="0,92,58,255" />
      <Option name="size" type="QString" value="4" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="outline_width" type="QString" value="0.3969" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="offset_unit" type="QString" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="enabled" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="outlineStyle" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="if(&quot;level&quot; = 'district', 'dash', 'solid')" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="equilateral_triangle" />
      <Option name="color" type="QString" value="0,92,58,255" />
      <Option name="outline_color" type="QString" value="255,255,255,255" />
      <Option name="size" type="QString" value="3" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="outline_width" type="QString" value="0.7937" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="angle" type="QString" value="0" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 2" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="equilateral_triangle" />
      <Option name="color" type="QString" value="0,92,58,255" />
      <Option name="outline_color" type="QString" value="0,92,58,255" />
      <Option name="size" type="QString" value="3" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="outline_width" type="QString" value="0.2646" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="angle" type="QString" value="0" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 2" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="fillColor" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, '255,255,255,255', '0,92,58,255')" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, 0.5292, 0.2646)" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
   <symbol type="marker" alpha="1" clip_to_extent="1" force_rhr="0" name="1">
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle" />
      <Option name="color" type="QString" value="0,0,0,0" />
      <Option name="outline_color" type="QString" value="255,255,255,255" />
      <Option name="size" type="QString" value="4" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="outline_width" type="QString" value="0.926" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="offset_unit" type="QString" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="enabled" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="circle" />
      <Option name="color" type="QString" value="0,0,0,0" />
      <Option name="outline_color" type="QString" value="122,130,136,255" />
      <Option name="size" type="QString" value="4" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="outline_width" type="QString" value="0.3969" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="offset_unit" type="QString" value="MM" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="enabled" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="&quot;level&quot; in ('settlement', 'district')" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * case when &quot;level&quot; = 'settlement' then 3.2 when &quot;level&quot; = 'district' then 3.8 end" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="outlineStyle" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="if(&quot;level&quot; = 'district', 'dash', 'solid')" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="equilateral_triangle" />
      <Option name="color" type="QString" value="122,130,136,255" />
      <Option name="outline_color" type="QString" value="255,255,255,255" />
      <Option name="size" type="QString" value="3" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="outline_width" type="QString" value="0.7937" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="angle" type="QString" value="180" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 2" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
    <layer class="SimpleMarker" enabled="1" locked="0" pass="0">
     <Option type="Map">
      <Option name="name" type="QString" value="equilateral_triangle" />
      <Option name="color" type="QString" value="122,130,136,255" />
      <Option name="outline_color" type="QString" value="122,130,136,255" />
      <Option name="size" type="QString" value="3" />
      <Option name="size_unit" type="QString" value="MM" />
      <Option name="outline_width" type="QString" value="0.2646" />
      <Option name="outline_width_unit" type="QString" value="MM" />
      <Option name="joinstyle" type="QString" value="round" />
      <Option name="offset_unit" type="QString" value="MM" />
      <Option name="angle" type="QString" value="180" />
     </Option>
     <data_defined_properties>
      <Option type="Map">
       <Option name="name" type="QString" value="" />
       <Option name="properties" type="Map">
        <Option name="size" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="(1.587 * min(2, (1 + coalesce(&quot;killed_min&quot;, 0)) ^ 0.125)) * 2" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="fillColor" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, '255,255,255,255', '122,130,136,255')" />
         <Option name="type" type="int" value="3" />
        </Option>
        <Option name="outlineWidth" type="Map">
         <Option name="active" type="bool" value="true" />
         <Option name="expression" type="QString" value="if(&quot;killed_min&quot; is null, 0.5292, 0.2646)" />
         <Option name="type" type="int" value="3" />
        </Option>
       </Option>
       <Option name="type" type="QString" value="collection" />
      </Option>
     </data_defined_properties>
    </layer>
   </symbol>
  </symbols>
  <orderby>
   <orderByClause asc="0" nullsFirst="0">"killed_min"</orderByClause>
  </orderby>
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style fieldName="&quot;name&quot;" isExpression="1" fontSize="8" fontSizeUnit="Point" textColor="34,34,34,255" multilineHeight="1" textOpacity="1">
    <text-buffer bufferDraw="1" bufferSize="0.8" bufferSizeUnits="MM" bufferColor="255,255,255,217" bufferOpacity="1" bufferNoFill="1" bufferJoinStyle="128" />
   </text-style>
   <placement placement="6" dist="1.8" distUnits="MM" offsetType="1" priority="5" predefinedPositionOrder="R,L,TR,BR,TL,BL,TSR,BSR" />
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
  <field name="incident">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="number">
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
  <field name="title">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="symbol">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="actor_side">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="first_day">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="last_day">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="place">
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
  <field name="district">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="province">
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
  <field name="method">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="reason">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="judgement">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="is_uncertain">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="no_point_reason">
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
  <field name="border">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="distance_min_km">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="distance_max_km">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="border_country">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="near_border">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="at_gap">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="killed_min">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="killed_max">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="killed_most">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="killed_by">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="injured_min">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="injured_max">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="injured_most">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="injured_by">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="accounts">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="confidence">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
  <field name="confirmed_by">
   <editWidget type="">
    <config>
     <Option />
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="id" name="The incident's id, /site- and the number" />
  <alias field="incident" name="The incident" />
  <alias field="number" name="Counted from 1" />
  <alias field="name" name="The place in our own words" />
  <alias field="title" name="The incident's headline" />
  <alias field="symbol" name="The incident's symbol" />
  <alias field="actor_side" name="As of the incident" />
  <alias field="first_day" name="As of the incident" />
  <alias field="last_day" name="As of the incident" />
  <alias field="place" name="The place of its region" />
  <alias field="level" name="How finely the place is known" />
  <alias field="district" name="The district or county that holds it" />
  <alias field="province" name="The first-level area that holds it" />
  <alias field="country" name="ISO 3166-1 alpha-2 code" />
  <alias field="method" name="How the region was found, or why there is none" />
  <alias field="reason" name="Why this region is the best" />
  <alias field="judgement" name="Why these accounts speak of one place" />
  <alias field="is_uncertain" name="1 for a site of which that is not certain" />
  <alias field="no_point_reason" name="Why it has no point" />
  <alias field="radius_km" name="How far its region reaches from its point (km)" />
  <alias field="border" name="The border that distances are measured to" />
  <alias field="distance_min_km" name="Least distance of its region from the border (km)" />
  <alias field="distance_max_km" name="Greatest distance of its region from the border (km)" />
  <alias field="border_country" name="The country on whose side it lies" />
  <alias field="near_border" name="Yes, no or unknown" />
  <alias field="at_gap" name="1 where a gap in the border's line may be nearer" />
  <alias field="killed_min" name="Fewest killed here over all accounts" />
  <alias field="killed_max" name="Most killed here over all accounts" />
  <alias field="killed_most" name="The greatest number killed here that an account gives, be it a lower bound" />
  <alias field="killed_by" name="Who gives the least and the greatest number killed here" />
  <alias field="injured_min" name="Fewest injured here over all accounts" />
  <alias field="injured_max" name="Most injured here over all accounts" />
  <alias field="injured_most" name="The greatest number injured here that an account gives, be it a lower bound" />
  <alias field="injured_by" name="Who gives the least and the greatest number injured here" />
  <alias field="accounts" name="The accounts that speak of it" />
  <alias field="confidence" name="How well it is attested, as for incidents" />
  <alias field="confirmed_by" name="The accounts that agree, where it is confirmed" />
 </aliases>
 <editable>
  <field name="id" editable="0" />
  <field name="incident" editable="0" />
  <field name="number" editable="0" />
  <field name="name" editable="0" />
  <field name="title" editable="0" />
  <field name="symbol" editable="0" />
  <field name="actor_side" editable="0" />
  <field name="first_day" editable="0" />
  <field name="last_day" editable="0" />
  <field name="place" editable="0" />
  <field name="level" editable="0" />
  <field name="district" editable="0" />
  <field name="province" editable="0" />
  <field name="country" editable="0" />
  <field name="method" editable="0" />
  <field name="reason" editable="0" />
  <field name="judgement" editable="0" />
  <field name="is_uncertain" editable="0" />
  <field name="no_point_reason" editable="0" />
  <field name="radius_km" editable="0" />
  <field name="border" editable="0" />
  <field name="distance_min_km" editable="0" />
  <field name="distance_max_km" editable="0" />
  <field name="border_country" editable="0" />
  <field name="near_border" editable="0" />
  <field name="at_gap" editable="0" />
  <field name="killed_min" editable="0" />
  <field name="killed_max" editable="0" />
  <field name="killed_most" editable="0" />
  <field name="killed_by" editable="0" />
  <field name="injured_min" editable="0" />
  <field name="injured_max" editable="0" />
  <field name="injured_most" editable="0" />
  <field name="injured_by" editable="0" />
  <field name="accounts" editable="0" />
  <field name="confidence" editable="0" />
  <field name="confirmed_by" editable="0" />
 </editable>
 <previewExpression>"name"</previewExpression>
 <mapTip>&lt;div style="width:420px"&gt;&lt;b&gt;[% replace("title" || ': site ' || "number" || ', ' || "name", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) %]&lt;/b&gt;&lt;table&gt;[% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Where&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace("place", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Known to&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace("level" || coalesce(': ' || "no_point_reason", ''), map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Distance to the border&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace(case when "distance_min_km" is null and "distance_max_km" is null then 'not stated' when "distance_max_km" is null then 'at least ' || "distance_min_km" || ' km' when "distance_min_km" is null then 'at most ' || "distance_max_km" || ' km' when "distance_min_km" = "distance_max_km" then '' || "distance_min_km" || ' km' else '' || "distance_min_km" || ' to ' || "distance_max_km" || ' km' end || coalesce(', inside ' || "border_country", '') || ', near: ' || "near_border", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Killed here&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace(case when "killed_max" is null and "killed_most" &gt; "killed_min" then '' || "killed_min" || ' to ' || "killed_most" || ' or more' else case when "killed_min" is null and "killed_max" is null then 'not stated' when "killed_max" is null then 'at least ' || "killed_min" || '' when "killed_min" is null then 'at most ' || "killed_max" || '' when "killed_min" = "killed_max" then '' || "killed_min" || '' else '' || "killed_min" || ' to ' || "killed_max" || '' end end || case when "killed_min" is not null and false then ' · accounts differ' else '' end || case when "killed_most" &gt; "killed_min" then ' (' || "killed_by" || ')' else '' end, map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Injured here&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace(case when "injured_max" is null and "injured_most" &gt; "injured_min" then '' || "injured_min" || ' to ' || "injured_most" || ' or more' else case when "injured_min" is null and "injured_max" is null then 'not stated' when "injured_max" is null then 'at least ' || "injured_min" || '' when "injured_min" is null then 'at most ' || "injured_max" || '' when "injured_min" = "injured_max" then '' || "injured_min" || '' else '' || "injured_min" || ' to ' || "injured_max" || '' end end || case when "injured_min" is not null and false then ' · accounts differ' else '' end || case when "injured_most" &gt; "injured_min" then ' (' || "injured_by" || ')' else '' end, map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Accounts&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace("accounts", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Confidence&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace("confidence", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %][% coalesce('&lt;tr&gt;&lt;th align="left" valign="top"&gt;Why these speak of one place&amp;nbsp;&lt;/th&gt;&lt;td&gt;' || replace("judgement", map('&amp;', '&amp;amp;', '&lt;', '&amp;lt;', '&gt;', '&amp;gt;')) || '&lt;/td&gt;&lt;/tr&gt;', '') %]&lt;/table&gt;&lt;/div&gt;</mapTip>
</qgis>
